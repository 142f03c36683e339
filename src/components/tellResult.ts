import { InviteError } from '../error.js'
import type { InviteFormProblem } from '../hooks/formProblems.js'
import type { SubmitResult } from '../hooks/inviteFormOptions.js'
import type { AddedRecipients } from '../hooks/recipientEntry.js'
import type { FormLabels } from '../locales/en.js'
import { addedText } from './addedText.js'
import { errorText } from './errorText.js'
import { sentText } from './sentText.js'

/** What can be asked of a form and takes a while. */
export type Asked = Promise<AddedRecipients | SubmitResult | undefined>

/** Waits for what was asked of a form, and says what it came to. */
export async function tellResult(
  asked: Asked,
  labels: FormLabels,
  announce: (text: string) => void,
  setProblems: (problems: InviteFormProblem[]) => void,
): Promise<void> {
  try {
    const result = await asked
    if (!result) announce('')
    else if (!('status' in result)) announce(addedText(result, labels))
    else if (result.status !== 'busy') {
      setProblems(result.status === 'blocked' ? result.problems : [])
      announce(result.status === 'sent' ? sentText(result.outcomes, labels) : '')
    }
  } catch (thrown) {
    announce(errorText(labels.errors, InviteError.from(thrown)))
  }
}
