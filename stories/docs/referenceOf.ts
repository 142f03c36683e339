/** One public name: what its docstring says, and how it is declared. */
export interface Entry {
  name: string
  doc: string
  declaration: string
}

const lists = /^export (?:type )?\{([^}]*)\}\s*from\s*'([^']+)'/gm
const wholes = /^export type \*\s*from\s*'([^']+)'/gm
const declared =
  /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\n)?^(export (?:async )?(?:const|function|class|interface|type) (\w+)[^]*?)(?=\n\n|\n\/\*\*|\n?$(?![^]))/gm

/** The public names of an entry (`src/index.ts`), by the texts of all sources. */
export function referenceOf(sources: ReadonlyMap<string, string>, entry: string): Entry[] {
  const text = sources.get(entry) ?? ''
  const at = (from: string) => {
    const parts = [...entry.split('/').slice(0, -1), ...from.split('/')]
    const path: string[] = []
    for (const part of parts)
      if (part === '..') path.pop()
      else if (part !== '.') path.push(part)
    const base = path.join('/').replace(/\.js$/, '')
    return sources.has(`${base}.ts`) ? `${base}.ts` : `${base}.tsx`
  }
  const named = [...text.matchAll(lists)].flatMap(([, list = '', from = '']) => {
    const known = referenceOf(sources, at(from))
    return [...list.matchAll(/(?:^|,)\s*(?:type\s+)?(\w+)(?:\s+as\s+(\w+))?/g)].flatMap(
      ([, was = '', name = was]) =>
        known.filter((one) => one.name === was).map((one) => ({ ...one, name })),
    )
  })
  const all = [...text.matchAll(wholes)].flatMap(([, from = '']) =>
    referenceOf(sources, at(from)).filter(({ declaration }) =>
      /^(interface|type)/.test(declaration),
    ),
  )
  const own = [...text.matchAll(declared)].map(([, comment = '', code = '', name = '']) => ({
    name,
    doc: plain(comment),
    declaration: signature(code.replace(/^export /, '')) + shapeOf(code, text),
  }))
  return [...own, ...named, ...all]
}

/** The shape that a type is read from, where it is no more than that. */
function shapeOf(code: string, text: string): string {
  const [, shape] = /z\.output<typeof (\w+)>(?: \{\})?$/.exec(code) ?? []
  if (!shape) return ''
  const declaration = new RegExp(`^(?:export )?const ${shape} = (?:.+\\n)(?:[ }\\]].*\\n)*`, 'm')
  const [found = ''] = declaration.exec(text) ?? []
  return `\n\n${found.trim().replace('export ', '').replace('/*#__PURE__*/ ', '')}`
}

/** A docstring as Markdown. */
function plain(comment: string): string {
  return comment
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\{@link ([^}]+)\}/g, '`$1`')
    .replaceAll(/^@(?=default|throws)/gm, '\n@')
    .replaceAll(/@(default|throws) /g, '*$1:* ')
    .replace(
      /^@example ([^]*)/m,
      (_, example: string) =>
        `\n\`\`\`ts\n// ${example.trim().replaceAll(/^@example /gm, '// ')}\n\`\`\`\n`,
    )
    .trim()
}

/** A type as it is; of a value no more than a caller has to know. */
function signature(code: string): string {
  if (/^(interface|type)/.test(code)) return code
  if (/^(async )?function/.test(code)) return code.replace(/ \{\n[^]*$/, '')
  return code.replace(/( \{| =)[^]*$/, '')
}
