// What the mutations need once something is pressed: a chunk of its own, loaded by then.
export { sendAndPatch } from './sendAndPatch.js'
export { resendInvite, revokeInvite } from './writes.js'
