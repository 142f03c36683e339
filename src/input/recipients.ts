import { checkEmail, type EmailCheck, type EmailRefusal, type EmailWarnings } from './email.js'

/** One person to invite. */
export interface Recipient {
  /** What is sent: see {@link checkEmail}. */
  email: string
  /** Equal for two spellings of one address. */
  key: string
  /** As it was typed, where the address as it is sent looks different: an internationalised domain. */
  text?: string | undefined
  /** The name that stood before the address, as anybody may have written it. */
  name?: string | undefined
  /** What to look at before inviting, joined by `+`. */
  warning?: EmailWarnings | undefined
}

/** What became of a pasted text: nothing but separators, quotes and brackets is missing from it. */
export interface ParsedRecipients {
  recipients: Recipient[]
  /** What was meant as an address and cannot be invited; `text` as it was typed. */
  rejected: { text: string; reason: EmailRefusal }[]
  /** Text without an address in it. */
  ignored: string[]
  /** Addresses that an earlier one of the same key already stands for. */
  duplicates: string[]
}

/**
 * In angle brackets, with what is glued to them | separators | a run, which double quotes may hold together. Quotes and
 * brackets end with their line, so that a stray one cannot swallow the list. No part can fail after another has begun
 * to repeat, so that the time is linear; the bound of 99 is for the stack of the engine.
 */
const tokens =
  /<[^<>\r\n\t]*>[^\s\x85,;،؛，；、<>"]*|[\s\x85,;،؛，；、>]+|<|(?:[^\s\x85,;،؛，；、<>"@]*"[^"\r\n\t]*"){0,99}[^\s\x85,;،؛，；、<>]*/y

/**
 * Reads what people really paste: lists in any separator, `Name <a@b.c>`, `"Last, First" <a@b.c>`, spreadsheet
 * cells, `mailto:` links, sentences, markup. Order is kept, the first spelling of an address wins, and an address is
 * never put together from parts. Takes linear time and never throws.
 */
export function parseRecipients(text: string): ParsedRecipients {
  const recipients: Recipient[] = []
  const rejected: ParsedRecipients['rejected'] = []
  const ignored: string[] = []
  const duplicates: string[] = []
  const keys = new Set<string>()
  // Text since the last address or line, finished by commas and still growing: a name, if `<` follows.
  let phrases: string[] = []
  let words: string[] = []
  // A run with an @: an address, or perhaps a name if `<` follows.
  let held: string | undefined

  walk(text.replace(/\](?=\()|(?=[[(]mailto:)/gi, '$& '))
  return { recipients, rejected, ignored, duplicates }

  function walk(part: string): void {
    for (let at = 0, end; at < part.length; at = end) {
      // Without a match as an array: a text of a megabyte may have half a million tokens.
      tokens.lastIndex = at
      tokens.test(part)
      end = tokens.lastIndex
      const token = part.slice(at, end)
      if (token[0] === '<' && token[1]) angle(token)
      else if (/^[\s\x85,;،؛，；、<>]/.test(token)) separate(token)
      else take(token)
    }
    flush()
  }

  function angle(token: string): void {
    const close = token.indexOf('>')
    const inner = token.slice(1, close).trim()
    const glued = token.slice(close + 1)
    if (!hasAt(inner)) {
      take(token.slice(0, close + 1))
      take(glued)
    } else if (/[,;،؛，；、]|=["']/.test(inner)) {
      flush()
      walk(inner.replace(/=["']/g, '= '))
      take(glued)
    } else if (/[\s\x85]/.test(inner) || hasAt(glued)) take(token)
    else {
      bracketed(inner)
      take(glued)
    }
  }

  function separate(gap: string): void {
    if (gap === ' ') return
    if (/[\r\n\t;؛；\v\f\x85\u2028\u2029]/.test(gap)) flush()
    else if (/[,،，、>]/.test(gap)) endPhrase()
  }

  function take(run: string): void {
    if (hasAt(run)) {
      flush()
      held = run
    } else if (run) {
      endHeld()
      words.push(run)
      if (run.endsWith(':')) flush()
    }
  }

  function bracketed(inner: string): void {
    let name = held
    // A quoted address is a name; a bare one only where it names itself, otherwise it would get lost.
    if (held && (/^["']/.test(held) || keyOf(held) === keyOf(inner))) held = undefined
    else {
      endPhrase()
      name = phrases.splice(-2).join(', ')
    }
    flush()
    address(inner, name)
  }

  function address(run: string, name?: string): void {
    // `?subject=…` of a link is not of the address, unless it has more addresses.
    const link = run.includes('?') ? /^([^@]*@[^@?]*)(\?\w[^@＠﹫]*)$/.exec(run) : undefined
    const { 1: bare = run, 2: query = '' } = link ?? nothing
    for (const entry of read(bare)) settle(entry, name)
    take(query)
  }

  function endHeld(): void {
    const run = held
    held = undefined
    // Quotes with all of it inside are those of a cell or an attribute; others are part of the address.
    const { 1: cell } =
      run?.[0] === '"' ? (/^"([^"\s\x85,;،؛，；、<>]*)"$/.exec(run) ?? nothing) : nothing
    if (cell) address(cell)
    else if (run?.includes('"') && allQuoted(run)) walk(run.replaceAll('"', ' '))
    else if (run) address(run)
  }

  function endPhrase(): void {
    endHeld()
    if (words.length === 0) return
    phrases.push(words.join(' '))
    words = []
  }

  function flush(): void {
    endPhrase()
    for (const piece of phrases) ignored.push(piece)
    if (phrases.length > 0) phrases = []
  }

  function settle({ text: typed, check }: Entry, before = ''): void {
    if (check.verdict === 'reject') {
      rejected.push({ text: typed, reason: check.reason })
      if (before) walk(before)
      return
    }
    const { email, key } = check
    const name = before && nameOf(before, key)
    const recipient: Recipient = { email, key }
    if (/[^\0-\x7f]/.test(typed)) recipient.text = typed
    if (name) recipient.name = name
    if (check.verdict === 'warn') recipient.warning = check.reason
    if (!keys.has(key)) recipients.push(recipient)
    else duplicates.push(name ? `${name} <${typed}>` : typed)
    keys.add(key)
  }
}

/** Whether every @ stands between two quotes. */
function allQuoted(run: string): boolean {
  const parts = run.split('"')
  return parts.every((part, at) => (at % 2 && at < parts.length - 1) || !hasAt(part))
}

const nothing: readonly string[] = []

interface Entry {
  text: string
  check: EmailCheck
}

function judge(text: string): Entry {
  return { text, check: checkEmail(text) }
}

/** The one address of a run, or several where a zero-width space, a bar or a slash parts nothing but addresses. */
function read(run: string): Entry[] {
  const whole = judge(run)
  if (whole.check.verdict === 'accept') return [whole]
  const bare = strip(run)
  if (bare === run && !/[\u200b|/]/.test(run)) return [whole]
  const one = bare === run ? whole : judge(bare)
  if (one.check.email) return [one]
  const entries = bare
    .split(/[\u200b|/]+/)
    .map(strip)
    .filter(Boolean)
    .map(judge)
  if (entries[1] && entries.every(({ check }) => check.email)) return entries
  return [whole.check.email || /[()[\]{}"<>]/.test(bare) ? whole : one]
}

/**
 * Takes off what people put around an address: brackets, quotes, bullets, the full stop of a sentence, invisible
 * marks, emphasis, `mailto:`. Leaves what no address can be in, and what an override turns around: that is no accident.
 */
function strip(run: string): string {
  if (run.length > 1000 || /[\u202d\u202e]/.test(run)) return run
  // Most have nothing around them.
  if (/^[a-z\d@](?:[^:]*[a-z\d@])?$/i.test(run)) return run
  const rest = run.replace(/^(?:(?![!#-'*-/<-@\\^-~＠﹫])[\p{P}\p{S}\p{DI}])+/u, '')
  const [core = ''] = /^[^]*(?:[-@#%&/\\＠﹫]|[^\p{P}\p{DI}|~`])/u.exec(rest) ?? []
  const [quote = ''] = /^['*_`~|{]*/.exec(core) ?? []
  const paired = rest.slice(core.length).replace('}', '{').includes(quote.slice(-1))
  const bare = core.slice(paired ? quote.length : 0).replace(/^(?:mailto|e-?mail|to|b?cc):/i, '')
  return bare === run ? bare : strip(bare)
}

function nameOf(raw: string, key: string): string {
  const bare = raw.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  const name = /^(["']).*\1$/u.test(bare) ? bare.slice(1, -1).replace(/[\\"]([\\"])/g, '$1') : bare
  return hasAt(name) && keyOf(name) === key ? '' : name
}

function keyOf(run: string): string | undefined {
  return checkEmail(strip(run)).key
}

function hasAt(text: string): boolean {
  return text.includes('@') || /[＠﹫]/.test(text)
}
