// What PendingInvitesTable needs once its rows are there: a chunk of its own, loaded by then.
export { BulkBar } from './BulkBar.js'
export { InviteDetails } from './InviteDetails.js'
