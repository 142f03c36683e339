import { InviteError } from './error.js'

/** Stands for what was to be done by a part of this package that could not be loaded: nothing was done. */
export function notLoaded(write = true): InviteError {
  return new InviteError('network', {
    message: 'Its code did not load. Try again, or reload.',
    outcome: write ? 'not_sent' : undefined,
  })
}
