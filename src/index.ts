export type { AcceptInvitePageProps } from './components/AcceptInvitePage.js'
export type { InviteGroup } from './components/InviteFields.js'
export type { InviteFormProps } from './components/InviteForm.js'
export type { Parts } from './components/parts.js'
export type { ColumnName, InviteColumn } from './components/tableColumns.js'
export type { PendingInvitesTableProps } from './components/PendingInvitesTable.js'
export { AcceptInvitePage } from './english/AcceptInvitePage.js'
export { InviteForm } from './english/InviteForm.js'
export { PendingInvitesTable } from './english/PendingInvitesTable.js'
export {
  InviteError,
  inviteErrorCodes,
  type InviteErrorCode,
  type InviteErrorJSON,
  type InviteErrorOptions,
  type WriteOutcome,
} from './error.js'
export type { InviteFormProblem } from './hooks/formProblems.js'
export type { RecipientNote, RecipientProblem } from './hooks/recipientProblem.js'
export {
  useAcceptInvite,
  type AcceptAnswers,
  type AcceptInvite,
  type AcceptInviteOptions,
  type AcceptStop,
} from './hooks/useAcceptInvite.js'
export type {
  BeforeSend,
  InviteFormOptions,
  Seats,
  SubmitResult,
} from './hooks/inviteFormOptions.js'
export type { InviteFormValues } from './hooks/inviteFormValues.js'
export { useInviteForm, type InviteForm as InviteFormState } from './hooks/useInviteForm.js'
export {
  useBulkInvites,
  type BulkInvites,
  type BulkOptions,
  type BulkOperation,
  type BulkResult,
} from './hooks/useBulkInvites.js'
export type { InviteStatusFilter, InviteView } from './hooks/useInviteView.js'
export { useInvites, type RefetchOptions } from './hooks/useInvites.js'
export type { OthersChanges } from './hooks/noticeOthers.js'
export {
  usePendingInvites,
  type PendingInvite,
  type PendingInvites,
  type PendingInvitesOptions,
  type RowOperation,
} from './hooks/usePendingInvites.js'
export type {
  AddedRecipients,
  OwnValues,
  RecipientEntry,
  RecipientRow,
} from './hooks/recipientEntry.js'
export { useResendInvite } from './hooks/useResendInvite.js'
export { useRevokeInvite } from './hooks/useRevokeInvite.js'
export { useSendInvites } from './hooks/useSendInvites.js'
export { csvCell } from './input/csv.js'
export {
  checkEmail,
  type EmailCheck,
  type EmailRefusal,
  type EmailWarning,
  type EmailWarnings,
} from './input/email.js'
export type { DomainRules } from './input/domainRules.js'
export { isInviteId } from './input/id.js'
export { inspectName, type NameFlag } from './input/names.js'
export { parseRecipients, type ParsedRecipients, type Recipient } from './input/recipients.js'
export {
  readInviteToken,
  type OpenedInvite,
  type ReadInviteTokenOptions,
} from './input/readInviteToken.js'
export { safeRedirect } from './input/redirect.js'
export { redactInviteUrl } from './input/redactInviteUrl.js'
export { inviteLink, type InviteLink } from './input/token.js'
export { inviteKeys } from './inviteKeys.js'
export { acceptInviteMutationOptions, declineInviteMutationOptions } from './answerMutations.js'
export { knownInvitesOptions } from './knownInvites.js'
export {
  resendInviteMutationOptions,
  revokeInviteMutationOptions,
  sendInvitesMutationOptions,
  type SendInvitesVariables,
} from './mutations.js'
export { listInvitesOptions, lookupInviteOptions, viewerOptions } from './query.js'
export { reconcile, type ReconcileOptions } from './reconcile.js'
export { retryDelay, retryRead } from './retry.js'
export type { RetryWait } from './retryWrite.js'
export type * from './schema.js'
export { sendInvites, type SendOptions, type SendOutcome, type SendPause } from './send.js'
export {
  can,
  operationsOf,
  type CallOptions,
  type CreateField,
  type CreateOptions,
  type CreateOutcome,
  type InviteOperation,
  type InviteOperations,
  type InviteRole,
  type InviteTransport,
  type TransportInfo,
  type WriteOptions,
} from './transport.js'
export { parseRetryAfter } from './transports/retryAfter.js'
