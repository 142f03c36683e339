// What AcceptInvitePage needs where it does not end well: a chunk of its own, loaded once there is something to see.
export { accept as sentences } from '../locales/en.js'
export { AcceptStopped } from './AcceptStopped.js'
