import type { InviteError } from '../error.js'
import type { OthersChanges } from '../hooks/noticeOthers.js'
import type { TableLabels } from '../locales/en.js'
import type { Invite, SentInvite } from '../schema.js'
import { actionText } from './actionText.js'
import { BulkBar } from './BulkBar.js'
import { failureText } from './failureText.js'
import { FollowScroll } from './FollowScroll.js'
import { othersText } from './othersText.js'
import { RowDialogs } from './RowDialogs.js'
import { RowNote } from './RowNote.js'
import { RowWait } from './RowWait.js'
import { SayMatches } from './SayMatches.js'
import { TableFooter } from './TableFooter.js'
import { TableNoMatch } from './TableNoMatch.js'
import { TableNotices } from './TableNotices.js'

/**
 * What PendingInvitesTable shows around its rows, and what it needs once something is done in it or has gone wrong: a
 * chunk of its own, loaded after the first paint.
 */
export const worded = (labels: TableLabels) => ({
  labels,
  BulkBar,
  FollowScroll,
  RowDialogs,
  RowNote,
  RowWait,
  SayMatches,
  TableFooter,
  TableNoMatch,
  TableNotices,
  actionText: (invite: Invite, result: SentInvite | InviteError) =>
    actionText(invite, result, labels),
  failureText: (error: InviteError) => failureText(error, labels),
  othersText: (changes: OthersChanges) => othersText(changes, labels),
})
export type TableLater = ReturnType<typeof worded>

/** It as it is loaded: for sentences that are there already. */
export interface TablePart<Labels> {
  worded: (labels: Labels) => TableLater
}
