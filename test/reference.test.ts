import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { referenceOf } from '../stories/docs/referenceOf.ts'
import { publicNames } from './publicNames.ts'
import { modulesOf } from './sources.ts'

const sources = modulesOf('src')
const entries = Object.keys(publicNames) as (keyof typeof publicNames)[]

it('shows of a type that is read from a shape that shape', () => {
  const [invite] = referenceOf(sources, 'src/index.ts').filter(({ name }) => name === 'Invite')
  expect(invite?.declaration).toMatch(/expiryEstimated: z\.optional\(z\.boolean\(\)\)[^]*\}\)$/)
})

describe.each(entries)('the reference of %s', (entry) => {
  const file = packageJson.exports[entry].default.replace('./dist/', 'src/').replace(/js$/, 'ts')
  const known = referenceOf(sources, file)

  it('has every public name once, and no other', () => {
    const { values, types } = publicNames[entry]
    const names = `${values} ${types}`.split(/\s+/).filter(Boolean)
    expect(known.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  })

  it('says of each what it is, or shows what it is made of', () => {
    const silent = known.filter(
      ({ doc, declaration }) => !doc && !/\/\*\*|^type \w+ =/.test(declaration),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
    expect(known.filter(({ declaration }) => !declaration || declaration.length > 6000)).toEqual([])
    expect(known.filter(({ doc }) => /@(example|default|throws|link)/.test(doc))).toEqual([])
  })
})
