import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../shared/specs/', import.meta.url)

/**
 * The official API documents beside the repository, or undefined where they are not there: contract tests are then
 * skipped with a notice. In CI their absence is a failure.
 */
export function spec(name: string): Record<string, unknown> | undefined {
  const file = new URL(`${name}.json`, folder)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  if (process.env.CI === 'true') throw new Error(`${name}: no API document in ../shared/specs.`)
  console.warn(`${name}: no API document in ../shared/specs, contract tests are skipped.`)
  return undefined
}
