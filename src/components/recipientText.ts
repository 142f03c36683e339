import type { InviteError } from '../error.js'
import type { RecipientNote, RecipientProblem } from '../hooks/recipientProblem.js'
import type { EmailRefusal } from '../input/email.js'
import type { FormLabels } from '../locales/en.js'
import { errorText } from './errorText.js'

/** Why somebody cannot be invited, or was not, in words. */
export function problemText(problem: RecipientProblem, labels: FormLabels): string {
  switch (problem.kind) {
    case 'refused':
      return labels.refusals[refusalGroup(problem.reason)]
    case 'nameless':
      return labels.nameMissing
    case 'failed':
      return failedText(problem.error, labels)
    default:
      return labels[problem.kind]
  }
}

/** Why somebody was not invited. Without a reason it is said at least that nothing was sent, as after a press of Stop. */
export function failedText(error: InviteError, labels: FormLabels): string {
  if (error.code === 'unknown' && error.outcome === 'not_sent') return labels.notSent
  return errorText(labels.errors, error)
}

/** What a second look is worth, in words. */
export function noteText(note: RecipientNote, labels: FormLabels): string {
  if (note === 'outside') return labels.outside
  if (note.includes('mixed-script')) return labels.lookalike
  return note.includes('special-use-tld') ? labels.noMail : labels.unusual
}

/** The words for a refusal, of which several say the same. */
export function refusalGroup(reason: EmailRefusal): keyof FormLabels['refusals'] {
  if (/^two-|^white|^list/.test(reason)) return 'several'
  if (reason.endsWith('long')) return 'long'
  if (/^dot|edge$/.test(reason)) return 'dots'
  if (/^no-|^empty|tld$/.test(reason)) return 'incomplete'
  return /control|invisible|unassigned/.test(reason) ? 'hidden' : 'characters'
}
