import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What is promised for any input, and the test that tries to break it: file and the beginning of its title. */
const properties: readonly [string, string, string][] = [
  [
    'a paste: every word is accepted, rejected or listed',
    'input/recipients.property',
    'accepts, rejects or lists every word',
  ],
  [
    'a paste: reading its own result changes nothing',
    'input/recipients.property',
    'reads its own result as the same',
  ],
  ['a paste: the order is kept', 'input/recipients.property', 'keeps the order'],
  [
    'a paste: never throws, whatever the string',
    'input/recipients.property',
    'judges as checkEmail does',
  ],
  [
    'a paste: ends in time that grows with its length',
    'input/recipients.property',
    'comes to an end with 300 kB of',
  ],
  [
    'a paste: no separator and no control comes out',
    'input/recipients.property',
    'gives addresses without separators',
  ],
  [
    'an address: the canonical form is its own',
    'input/email',
    'gives an address and a key that it accepts again',
  ],
  [
    'a redirect: stays on its own origin',
    'input/redirect',
    'never throws, and what it returns stays on the origin',
  ],
  [
    'a redirect: never throws',
    'input/redirect',
    'never throws, and what it returns stays on the origin',
  ],
  [
    'an id: a path keeps its number of segments',
    'transports/request',
    'keeps its number of segments',
  ],
  ['an id: the origin stays', 'input/id', 'lets through only what stays one segment'],
  ['a name: shows no control and turns nothing', 'input/names', 'has no control, turns nothing'],
  ['a name: is bounded', 'input/names', 'has no control, turns nothing'],
  ['a name: leaves no isolate open', 'input/names', 'has no control, turns nothing'],
  [
    'Retry-After: never negative, never endless',
    'transports/retryAfter',
    'is never negative nor endless',
  ],
  [
    'CSV: no cell begins with a formula',
    'input/csv',
    'gives cells that a reader takes apart again',
  ],
  [
    'CSV: a parser reads what was written',
    'input/csv',
    'gives cells that a reader takes apart again',
  ],
  [
    'an error: whatever is thrown has a code of the list',
    'error',
    'is made of anything else that was thrown',
  ],
  [
    'an error: no secret in it',
    'transports/answers.property',
    'is a value of the protocol or an error of the list',
  ],
  ['sending: one invite for each recipient at most', 'send.model', 'invites nobody twice'],
  [
    'sending: nobody is lost, and each end is final',
    'send.model',
    'gives each recipient one outcome, told once and final',
  ],
  ['sending: what is said is so', 'send.model', 'says the truth of each'],
  [
    'a session: one renewal in any order of answers',
    'transports/renewed.property',
    'is renewed once',
  ],
  [
    'an answer: any JSON is typed or an error, the prototype is intact',
    'transports/answers.property',
    'is a value of the protocol or an error of the list',
  ],
  ['a list: an older one brings nothing back', 'merge.property', 'an older list never brings back'],
  [
    'the handler: only the provider is called, at its own origin',
    'server/fuzz',
    'whatever is asked',
  ],
]

describe('the properties', () => {
  it('are 26', () => expect(properties).toHaveLength(26))

  it.each(properties)('%s', (_, file, title) => {
    const text = readFileSync(new URL(`${file}.test.ts`, import.meta.url), 'utf8')
    expect(text).toContain('fast-check')
    expect(text).toMatch(new RegExp(`['\`]${title.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}`))
  })
})
