import type { InviteError } from './error.js'

/** Whether an answer was lost with the connection: when that is back it can be looked up. */
export function isCutOff({ code, outcome }: InviteError): boolean {
  return outcome !== 'not_sent' && (code === 'network' || code === 'timeout')
}
