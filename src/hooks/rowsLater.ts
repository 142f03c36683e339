// What usePendingInvites needs once something is done with a row, or read anew: a chunk of its own, loaded by then.
export { resendMany, revokeMany } from '../bulk.js'
export { changeRole, inviteAgain, resendRow, revokeRow } from './rowWrites.js'
export { followRows } from './followRows.js'
export { noticeOthers } from './noticeOthers.js'
