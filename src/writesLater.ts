// What changes invites, and tells how the rows of a list stand: one chunk for all of it, loaded beside a list or before
// something is pressed.
export { lookUpRevokes, resendMany, revokeMany } from './bulk.js'
export { followRows } from './hooks/followRows.js'
export { noticeOthers } from './hooks/noticeOthers.js'
export { changeRole, inviteAgain, resendRow, revokeRow } from './hooks/rowWrites.js'
export { sendAndPatch } from './sendAndPatch.js'
export { resendInvite, revokeInvite } from './writes.js'
