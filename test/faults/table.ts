import type { InviteOperation } from '../../src/transport.js'

/**
 * Where a fault is played. `transport`: each provider's, over a fetch that fails. `pair`: `http` and the handler on a
 * real server, with a proxy on the sockets between them. `handler`: alone, in front of a provider that fails or behind
 * a client that attacks. `hooks` and `components`: in jsdom, over the pair in one process.
 */
export const layers = ['transport', 'pair', 'handler', 'hooks', 'components'] as const
export type Layer = (typeof layers)[number]

export interface Fault {
  id: string
  inject: string
  /** Whether the provider has done the thing when it strikes; empty where that is no question. */
  commit: string
  /** What is expected of writes, and of reads. */
  write: string
  read: string
  /** What is counted. */
  count: string
  /** The operations that it is played with, or the reason why it is not. */
  where: Record<Layer, readonly InviteOperation[] | string>
}

const link = 'lookup accept decline'
const writes = 'create createMany resend update revoke accept decline'
const sets: Record<string, string> = { link, writes, all: `${writes} list lookup viewer` }

const reasons: Record<string, string> = {
  '-F01': 'a browser does not tell it from F01',
  '-F02': 'it is of browsers; on a socket it is F02',
  '-F09': 'what is read, or refused, comes as an InviteError like that of F09',
  '-F14': 'it comes as F14 does',
  '-F16': 'it comes as F11 and F14 do',
  '-app': 'whoever is signed in is known to the app',
  '-blind': 'Node does not know that it is offline',
  '-client': 'it is of a client that is not ours',
  '-cors': 'a server knows no CORS; there it is F02',
  '-open': 'not held: a row that a later read does not show is gone until one does',
  '-person': 'it is of a person at a screen',
  '-read': 'its transport has read it; it comes as F11 does',
  '-sender': 'halving and stopping are of the sender, not of the server',
  '-served': 'a server is not offline',
  '-server': 'it is of the server',
  '-told': 'an answer like any other, which the transports play with each provider',
}

/** Every fault: what is injected, when, what is expected of writes and of reads, what is counted; where it is played. */
const table = `
F01 | the connection drops | before | looked up, never sent again by itself | tried again, three times in all | done 0 times, then once by hand | all | all | all | all | all
F02 | the connection drops | after | looked up, never sent again by itself | tried again, three times in all | done once, one mail | all | all | all | all | all
F03 | no answer ever | both | time-out after 15 s, then as F02 | tried again once | done once at most | all | all | all | all | all
F04 | a byte a second | after | the same 15 s for all of it | the same | done once at most | all | all | all | all | all
F05 | a reset in the middle of the body | after | as F02 | tried again, three times in all | done once at most | all | all | all | all | all
F06 | offline at the press |  | offline, nothing queued, what was typed stays | cached rows stay | 0 requests | all | -blind | -served | all | all
F07 | offline in the middle, then online | both | unknown, looked up once when it is back; the field keeps it | read again when it is back | done once at most | -person | -person | -person | create createMany resend update revoke accept decline list | create resend update revoke accept decline list
F08 | an opaque TypeError (CORS) | after | as F02; the message names CORS | “could not be reached”, not “offline” | done once | all | -F02 | -cors | all | all
F09 | a captive portal: a redirect, or HTML with 200 | before | invalid_response, looked up | tried again, three times in all | done 0 times | all | all | all | all | all
F10 | no such host, nobody listens, a bad certificate | before | not_sent, and nobody else is tried; of the handler 502 | tried again, three times in all | done 0 times | all | all | all | -F01 | -F01
F11 | 429 with seconds | before | waits that long, repeated once, the same key | waits that long | the wait within a second | all | all | all | all | all
F12 | 429 with a date | before | by the clock of the answer | the same | the wait within a second | all | -told | -read | -F09 | -F09
F13 | 429 with junk | before | by hand | by hand | 1 request | all | -told | -read | -F09 | -F09
F14 | 500 | both | looked up, never sent again by itself | tried again, three times in all | done once at most | all | all | all | all | all
F15 | 502 | both | looked up, never sent again by itself | tried again, three times in all | done once at most | all | all | all | -F14 | -F14
F16 | 503, with and without a time | before | with: as F11; without: as F14 | the same | done once at most | all | all | all | -F16 | -F16
F17 | 504 | both | looked up, never sent again by itself | tried again once | done once at most | all | all | all | -F14 | -F14
F18 | 401 once, the session renews | before | nobody notices, the same key | nobody notices | renewed once, also of ten at once | all | all | -app | all | all
F19 | 401 that stays | before | unauthenticated, what was typed stays | unauthenticated | 2 requests at most, asked once | all | all | all | all | all
F20 | 403 | before | forbidden, never “not found” | the same | done 0 times | all | all | all | all | all
F21 | 404 | before | its own text; of revoke: done | its own text | done 0 times | all | all | all | all | all
F22 | 409, there already | before | of each person, the others go on | - | done once at most | writes | writes | writes | writes | create accept decline
F23 | 410: expired, withdrawn | before | a state of its own | a state of its own | done 0 times | link | link | link | link | link
F24 | 400 and 422, with fields | before | at the person it concerns | - | 0 chips lost | writes | writes | writes | writes | create accept decline
F25 | 413 | before | a batch in two halves, once | - | each person once at most | createMany | createMany | -sender | createMany | create
F26 | a limit of seats in the middle | before | stops; those left stay | - | sent and left are all | create createMany | create createMany | -sender | create | create
F27 | a redirect of the provider | before | an error; nothing is sent on | the same | 0 requests elsewhere | all | all | all | -F09 | -F09
F28 | HTML with 200 and with 500 | both | invalid_response or unavailable, no markup | the same | nothing of it quoted | all | all | all | -F09 | -F09
F29 | a truncated answer | after | as F02 | tried again, three times in all | done once | all | all | all | -F09 | -F09
F30 | an empty answer | after | as F02, or a success where nothing is asked | tried again, three times in all | done once | all | all | all | -F09 | -F09
F31 | wrong types | after | as F02 | the row is left out and counted | the others are shown | all | -told | all | list | list
F32 | a status that nobody knows |  | - | the row is kept, as unknown | no action but to read | list | -told | -told | list | list
F33 | members beside, with tokens | after | not in what comes out | the same | 0 leaks | all | all | all | list lookup | list lookup
F34 | 5 MB and more | after | invalid_response, then as F02 | tried again, three times in all | not held | all | all | all | -F09 | -F09
F35 | 200 with an error object | before | no success | no success | done 0 times | all | -told | all | -F09 | -F09
F36 | a byte order mark; a prefix against inclusion | after | read; refused | the same | no crash | all | -told | all | -F09 | -F09
F37 | __proto__; 20,000 brackets | after | read; refused | the same | the prototype is intact | all | -told | all | -F09 | -F09
F38 | five presses within 50 ms |  | one request | - | done once | -person | -person | -person | create resend revoke accept decline | create resend revoke accept decline
F39 | two tabs |  | one after the other | - | done once | -person | -person | -person | create accept decline | create accept decline
F40 | StrictMode, mounted twenty times |  | none on mount | one under way at a time | 0 writes | -person | -person | -person | list lookup | list lookup
F41 | unmounted in the middle |  | goes on, its end is kept | aborted | done once | -person | -person | -person | create list accept | create list accept
F42 | an old list after a newer one |  | - | the old one is dropped | the newer rows stay | -person | -person | -person | list | list
F43 | the same answer twice |  | one row, one sentence | - | 1 row | -person | -person | -person | create | create
F44 | a clock that is a day wrong |  | never held up by it | dates by the server | no negative countdown | -person | -person | -person | lookup accept list | lookup accept list
F45 | expires between look and press | before | expired | - | done 0 times | -person | -person | -person | accept | accept
F46 | somebody else withdrew it | before | the row is read anew | - | done 0 times | -person | -person | -person | resend revoke | resend revoke
F47 | the right is taken away meanwhile | before | forbidden, what was typed stays | forbidden | done 0 times | -person | -person | -person | create resend list | create resend list
F48 | 25 people, six kinds of ends | both | each their own, and “Try again” for those not sent | - | each one mail at most | -person | -person | -person | create | create
F49 | back from the cache of pages |  | - | read anew | accepted once | -person | -person | -person | accept | accept
F50 | a reload in the middle | both | offered to go on | - | each one mail at most | -person | -person | -person | create | create
F51 | a list that lags behind | after | the row stays | no flicker | 1 row | -person | -person | -person | -open | -open
F52 | hostile ids |  | 400 | 400 | 0 calls of the provider | -server | -client | resend update revoke | -server | -server
F53 | no Origin, a foreign one, null |  | 403 | 403 | 0 calls | -server | -client | all | -server | -server
F54 | text, a form, no content type |  | 415 | 415 | 0 calls | -server | -client | all | -server | -server
F55 | a body too large, endless, or of too many |  | 413 while it is read | 413 | the memory is bound | -server | -client | all | -server | -server
F56 | GET, HEAD, OPTIONS, PUT |  | 405 and Allow | 405 and Allow | 0 calls | -server | -client | all | -server | -server
F57 | a provider that quotes the secret | before | a code and a request id | the same | 0 leaks | -server | -client | all | -server | -server
F58 | Forwarded, X-Forwarded-Host, two of a header |  | ignored | ignored | the provider’s own origin | -server | -client | all | -server | -server
F59 | the browser leaves | both | the call goes on, the answer is kept | the call is aborted | done once | -server | all | all | -server | -server
F60 | 100 at once with one key |  | one call, a hundred equal answers | - | done once | -server | writes | writes | -server | -server
`

/** The table as data. */
export const faults: readonly Fault[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', inject = '', commit = '', write = '', read = '', count = '', ...where] = line
      .split('|')
      .map((cell) => cell.trim())
    const at = layers.map((layer, index) => [layer, operationsOf(where[index] ?? '')] as const)
    return {
      id,
      inject,
      commit,
      write,
      read,
      count,
      where: Object.fromEntries(at) as Fault['where'],
    }
  })

function operationsOf(cell: string): readonly InviteOperation[] | string {
  return reasons[cell] ?? ((sets[cell] ?? cell).split(' ') as InviteOperation[])
}
