export { AcceptInvitePage, type AcceptInvitePageProps } from '../labelled/AcceptInvitePage.js'
export { InviteForm, type InviteFormProps } from '../labelled/InviteForm.js'
export {
  PendingInvitesTable,
  type PendingInvitesTableProps,
} from '../labelled/PendingInvitesTable.js'
