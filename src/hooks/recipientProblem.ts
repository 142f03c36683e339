import type { InviteError } from '../error.js'
import { domainJudge, type DomainRules } from '../input/domainRules.js'
import type { EmailRefusal, EmailWarnings } from '../input/email.js'
import { emailSuggester } from '../input/typo.js'
import type { Invite } from '../schema.js'
import type { TransportInfo } from '../transport.js'
import type { RecipientEntry } from './recipientEntry.js'

/**
 * What stands against inviting somebody. All but `lost` and `failed` have to be mended or removed before anything is
 * sent: `refused`, no address; `denied`, by the domain rules; `member` and `pending`, there already; `nameless`, the
 * provider wants a name. `lost`: whether the last attempt arrived is not known, and it is not repeated by itself.
 */
export type RecipientProblem =
  | { kind: 'refused'; reason: EmailRefusal }
  | { kind: 'denied' | 'member' | 'nameless' }
  /** Without the invite where only a refusal has told. */
  | { kind: 'pending'; invite?: Invite }
  | { kind: 'lost' | 'failed'; error: InviteError }

/** What is worth a second look though it can be sent. An internationalised domain is shown in both forms and is none. */
export type RecipientNote = 'outside' | EmailWarnings

interface RecipientContext {
  fields: NonNullable<TransportInfo['fields']>
  domains: DomainRules | undefined
  /** Canonical keys. */
  members: ReadonlySet<string>
  /** By canonical key. */
  pending: ReadonlyMap<string, Invite>
}

/** A judge of entries. Of the same entry it says the same object, so that memoised chips stay. */
export function recipientJudge({ fields, domains, members, pending }: RecipientContext) {
  const judged = new WeakMap<RecipientEntry, RecipientProblem>()
  const domainOf = domainJudge(domains ?? {})
  const ours = [domains?.own, domains?.allow].flatMap((list = []) =>
    list.filter((domain) => !domain.startsWith('.')),
  )
  const suggest = emailSuggester(ours)

  const judge = ({ key, reason, name, error }: RecipientEntry): RecipientProblem | undefined => {
    if (key === undefined) return { kind: 'refused', reason: reason ?? 'empty' }
    const invite = pending.get(key)
    if (domainOf(key) === 'denied') return { kind: 'denied' }
    if (members.has(key) || error?.code === 'already_member') return { kind: 'member' }
    if (invite) return { kind: 'pending', invite }
    if (error?.code === 'already_invited') return { kind: 'pending' }
    if (fields.name === 'required' && !name) return { kind: 'nameless' }
    return error && { kind: error.outcome === 'unknown' ? 'lost' : 'failed', error }
  }

  return {
    problemOf: (entry: RecipientEntry): RecipientProblem | undefined => {
      const known = judged.get(entry)
      if (known) return known
      const problem = judge(entry)
      if (problem) judged.set(entry, problem)
      return problem
    },
    noteOf: ({ key, warning }: RecipientEntry): RecipientNote | undefined => {
      if (warning && warning !== 'idn-domain') return warning
      return key !== undefined && domainOf(key) === 'outside' ? 'outside' : undefined
    },
    meantBy: ({ email }: RecipientEntry): string | undefined => email && suggest(email),
  }
}

/** Whether it has to be mended or removed before anything is sent. */
export function blocks(problem: RecipientProblem | undefined): boolean {
  return problem !== undefined && problem.kind !== 'failed' && problem.kind !== 'lost'
}
