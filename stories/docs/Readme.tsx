import { Markdown } from '@storybook/addon-docs/blocks'
import readme from '../../README.md?raw'

const heading = /^#+ /

/** A part of the README by its heading, up to the next one: what stands there is written once. */
export function Readme({ part }: { part: string }) {
  const lines = readme.split('\n')
  const start = lines.findIndex((line) => heading.test(line) && line.replace(heading, '') === part)
  if (start < 0) throw new Error(`The README has no part “${part}”.`)
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => heading.test(line))
  return <Markdown>{rest.slice(0, end < 0 ? undefined : end).join('\n')}</Markdown>
}
