import { kindsIn } from './characters.js'
import { mixesScripts } from './scripts.js'
import { spell } from './visible.js'

/** What in a name has carried fraud elsewhere. */
export type NameFlag = keyof typeof tests

const tests = {
  'bidi-control': /\p{Bidi_C}/u,
  invisible: /(?!\p{Bidi_C}|\p{Cc})[\p{C}\p{DI}\u2800]/u,
  blank: /^[\s\p{C}\p{DI}\u2800]*$/u,
  control: /[\p{Cc}\u2028\u2029]/u,
  // By word: `IT-отдел` and `Acme Москва` are honest names.
  'mixed-script': {
    test: (name: string) =>
      name.match(/[\p{L}\p{M}]+/gu)?.some((word) => mixesScripts(kindsIn(word))),
  },
  url: /[a-z]:\/\/|\bwww\.|[\p{L}\d-]\.\p{L}{2,}\//iu,
  // Nine digits, or seven after a plus.
  phone: /(?:\+|(?:\p{Nd}[\s()./\p{Pd}]{0,3}){2})(?:\p{Nd}[\s()./\p{Pd}]{0,3}){7}/u,
  email: /[^\s@]@[^\s@.]+\.[^\s@]/,
  markup: /<[a-z!?/]|&#?\w+;/i,
  template: /[{}]|<%|\$[&'`]/,
  'too-long': /(?:\P{M}\p{M}*){81}/u,
  'combining-flood': /\p{M}{5}/u,
}

/** Joiners where a script or an emoji needs them (group 1), or anything else that cannot be seen. */
const unseen =
  /([\p{M}\p{sc=Arab}][\u200c\u200d](?=(?!\p{sc=Latn})\p{L})|\p{ExtPict}\p{EMod}?\ufe0f?(?:\u200d(?=\p{ExtPict}))?)|[\p{C}\p{DI}\u2800]/gu

/**
 * Judges the name of a person or an organization, which the one who wrote it may have made to deceive.
 *
 * - `flags`: empty for an honest name. A form warns about them or refuses them.
 * - `display`: one line of at most 80 characters to show in `<bdi>`, never as a link. What cannot be seen is
 *   written out by its number, as U+202E, so that nothing in it turns, hides or overlaps its neighbours.
 */
export function inspectName(name: string): { flags: NameFlag[]; display: string } {
  // Whatever follows is too long anyway.
  const [head] = /^[^]{0,4000}/u.exec(name) ?? ['']
  const text = head
    .replace(unseen, (found, seen?: string) => (seen ? '-' : found))
    .normalize('NFKC')
  const display = head
    .replace(/\s+/g, ' ')
    .trim()
    .replace(unseen, (found: string, seen?: string) => seen ?? spell(found))
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/^(\p{M}*(?:\P{M}\p{M}*){79})\P{M}\p{M}*\P{M}[^]*/u, '$1…')
  const flags = Object.keys(tests) as NameFlag[]
  return { flags: flags.filter((flag) => tests[flag].test(text)), display }
}
