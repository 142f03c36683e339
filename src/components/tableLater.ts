// What PendingInvitesTable shows around its rows, and what it needs once something is done in it or has gone wrong: a
// chunk of its own, loaded after the first paint.
export { actionText } from './actionText.js'
export { BulkBar } from './BulkBar.js'
export { exportCsv } from './exportCsv.js'
export { failureText } from './failureText.js'
export { FollowScroll } from './FollowScroll.js'
export { othersText } from './othersText.js'
export { RowDialogs } from './RowDialogs.js'
export { RowWait } from './RowWait.js'
export { SayMatches } from './SayMatches.js'
export { TableFooter } from './TableFooter.js'
export { TableNoMatch } from './TableNoMatch.js'
export { TableNotices } from './TableNotices.js'
