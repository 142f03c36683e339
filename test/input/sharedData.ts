import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../../shared/data/', import.meta.url)

/**
 * A data set beside the repository, or undefined where it is not there: the tests over it are then skipped with a
 * notice. In CI its absence is a failure.
 */
export function sharedData(name: string): unknown {
  const file = new URL(`${name}.json`, folder)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  if (process.env.CI === 'true') throw new Error(`${name}: no data set in ../shared/data.`)
  console.warn(`${name}: no data set in ../shared/data, the tests over it are skipped.`)
  return undefined
}
