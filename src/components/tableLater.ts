// What PendingInvitesTable needs once something is done in it: a chunk of its own, loaded by then.
export { actionText } from './actionText.js'
export { BulkBar } from './BulkBar.js'
export { exportCsv } from './exportCsv.js'
export { othersText } from './othersText.js'
export { RowDialogs } from './RowDialogs.js'
export { selectedText } from './selectedText.js'
