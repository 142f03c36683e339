import { InviteError } from '../error.js'

/** @throws InviteError `invalid_input` that names what is blank, before anything is sent. */
export function refuseBlank(provider: string, values: Record<string, string | undefined>): void {
  const blank = Object.keys(values).filter((name) => !values[name]?.trim())
  if (blank.length > 0)
    throw new InviteError('invalid_input', {
      message: `${provider} needs ${blank.join(' and ')}. Nothing was sent.`,
      fields: Object.fromEntries(blank.map((name) => [name, 'required'])),
      outcome: 'not_sent',
    })
}
