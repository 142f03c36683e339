import * as fc from 'fast-check'

const seed = process.env.FC_SEED

/** How often a property is tried. Set FC_SEED to the seed that a failure prints, to see it again. */
export const runs = {
  numRuns: process.env.CI === 'true' ? 1000 : 200,
  ...(seed && { seed: Number(seed) }),
}

/** Any JavaScript string, also one with lone surrogates. */
export const anyString = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units))

/** A string for the title of a test. */
export function brief(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
