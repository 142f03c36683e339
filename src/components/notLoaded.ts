import { InviteError } from '../error.js'

/** Stands for an action whose part could not be loaded: nothing was done. */
export const notLoaded = () => new InviteError('network', { outcome: 'not_sent' })
