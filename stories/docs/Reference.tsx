import { Markdown } from '@storybook/addon-docs/blocks'
import { referenceOf, type Entry } from './referenceOf.ts'

const files = import.meta.glob<string>('../../src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sources = new Map(
  Object.entries(files).map(([path, text]) => [path.replace('../../', ''), text]),
)

/** Every public name of an entry, from its docstring. `entry`: its source, such as `src/index.ts`. */
export function Reference({ entry }: { entry: string }) {
  return referenceOf(sources, entry)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((one) => <Markdown key={one.name}>{textOf(one)}</Markdown>)
}

function textOf({ name, doc, declaration }: Entry): string {
  return `### ${name}\n\n${doc}\n\n\`\`\`ts\n${declaration}\n\`\`\`\n`
}
