import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** One name that a file gives away. */
export interface Export {
  name: string
  /** Gone after compilation. */
  type: boolean
  /** Where it is declared, and under which name there. */
  file: string
  as: string
  /** Whether a docstring stands before it or before a member of it; a list of words speaks for itself. */
  documented: boolean
}

/** The modules of these folders, by their path from the top. */
export function modulesOf(...folders: string[]): Map<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(`../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules')),
  )
  return new Map(
    files.map((file) => [file, readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')]),
  )
}

const sources = modulesOf('src')

/** The module of src that an import leads to, if it leads to one. */
function resolved(file: string, name: string): string | undefined {
  const path = posix.join(posix.dirname(file), name).replace(/\.[jt]sx?$/, '')
  return [`${path}.ts`, `${path}.tsx`].find((other) => sources.has(other))
}

/** What a list in braces names: `a`, `type B`, `c as d`. */
function namesIn(list: string) {
  return [...list.matchAll(/(?:^|,)\s*(type\s+)?(\w+)(?:\s+as\s+(\w+))?/g)].map(
    ([, type, from = '', to = from]) => ({ from, to, type: type !== undefined }),
  )
}

const declared =
  /(\*\/\n)?^export (?:async )?(const|function|class|interface|type) (\w+)((?:.*\n(?![\n/e]))*.*)/gm
const listed = /^export (type )?\{([^}]*)\}\s*from\s*'([^']+)'/gm
const handedOn = /^export (type )?\*\s*from\s*'([^']+)'/gm
const words = /^[\s|]*=[\s|]*'\w+'(\s*\|\s*'\w+')*\s*$/

/** What a module of src gives away: its own, and what it hands on. */
export function exportsOf(file: string): Export[] {
  const text = sources.get(file) ?? ''
  const found = (from: string) => exportsOf(resolved(file, from) ?? `${from}, named in ${file}`)
  const own = [...text.matchAll(declared)].map(([, doc, kind = '', name = '', rest = '']) => {
    const type = /interface|type/.test(kind)
    const documented = doc !== undefined || (type && (/\/\*\*/.test(rest) || words.test(rest)))
    return { name, as: name, file, type, documented }
  })
  const named = [...text.matchAll(listed)].flatMap(([, types, list = '', from = '']) =>
    namesIn(list).map((one) => {
      const known = found(from).find(({ name }) => name === one.from)
      if (!known) throw new Error(`${file} hands on ${one.from}, which is not in ${from}.`)
      return { ...known, name: one.to, type: known.type || one.type || types !== undefined }
    }),
  )
  const all = [...text.matchAll(handedOn)].flatMap(([, types, from = '']) =>
    found(from).filter(({ type }) => type || !types),
  )
  return [...own, ...named, ...all]
}

const imported = /^(?:import|export)\s(?:type\s)?(?:\w+,\s*)?\{([^}]*)\}\s*from\s*'([^']+)'/gm
const later = /(?:import\(\s*|\bas \w+ from )'(\.[^']+)'/g

/** `file#name` for what other modules take of src; `file#*` where one takes it as a whole. */
export function takenOf(modules: Map<string, string>): Set<string> {
  return new Set(
    [...modules].flatMap(([file, text]) => [
      ...[...text.matchAll(imported)].flatMap(([, list = '', from = '']) =>
        namesIn(list).map((one) => `${resolved(file, from)}#${one.from}`),
      ),
      ...[...text.matchAll(later)].map(([, from = '']) => `${resolved(file, from)}#*`),
    ]),
  )
}
