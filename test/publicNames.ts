/** All names that an app can import, by entry. One that goes or changes its sense is a new major version. */
export const publicNames = {
  '.': {
    values: `
      AcceptInvitePage InviteForm PendingInvitesTable
      useAcceptInvite useBulkInvites useInviteForm useInvites usePendingInvites useResendInvite useRevokeInvite
      useSendInvites
      acceptInviteMutationOptions declineInviteMutationOptions resendInviteMutationOptions
      revokeInviteMutationOptions sendInvitesMutationOptions
      inviteKeys knownInvitesOptions listInvitesOptions lookupInviteOptions viewerOptions retryDelay retryRead
      can operationsOf reconcile sendInvites InviteError inviteErrorCodes
      checkEmail csvCell inspectName inviteLink isInviteId parseRecipients parseRetryAfter
      readInviteToken redactInviteUrl safeRedirect`,
    types: `
      AcceptInvitePageProps InviteFormProps PendingInvitesTableProps
      ColumnName InviteColumn InviteGroup Parts
      AcceptAnswers AcceptInvite AcceptInviteOptions AcceptStop
      BulkInvites BulkOperation BulkOptions BulkResult
      AddedRecipients BeforeSend InviteFormOptions InviteFormProblem InviteFormState InviteFormValues OwnValues
      RecipientEntry RecipientNote RecipientProblem RecipientRow Seats SubmitResult
      InviteStatusFilter InviteView OthersChanges PendingInvite PendingInvites PendingInvitesOptions RefetchOptions
      RowOperation
      ReconcileOptions RetryWait SendInvitesVariables SendOptions SendOutcome SendPause
      InviteErrorCode InviteErrorJSON InviteErrorOptions WriteOutcome
      CallOptions CreateField CreateOptions CreateOutcome InviteOperation InviteOperations InviteRole
      InviteTransport TransportInfo WriteOptions
      AcceptField AcceptFieldName AcceptInviteInput AcceptOutcome CreateInviteInput Delivery Invite InvitePage
      InvitePreview InviteRef InviteStatus ListInvitesInput SentInvite SortField Viewer
      DomainRules EmailCheck EmailRefusal EmailWarning EmailWarnings InviteLink NameFlag OpenedInvite
      ParsedRecipients ReadInviteTokenOptions Recipient`,
  },
  './components': {
    values: 'AcceptInvitePage InviteForm PendingInvitesTable',
    types: 'AcceptInvitePageProps InviteFormProps PendingInvitesTableProps',
  },
  './transports': {
    values: 'astronomer authress betterAuth enhance grafana harness http ledger memory pageOf',
    types: `
      AstronomerOptions AuthressOptions BetterAuthOptions EnhanceOptions GrafanaOptions HarnessOptions
      HttpTransportOptions LedgerOptions MemoryOptions
      Fault Fetch HttpOptions InviteMail InviteStatement LedgerStorage MemoryInvite MemoryMail Resolvable RoleBinding`,
  },
  './server': {
    values: 'createInviteHandler toNodeHandler',
    types: `
      Allowed AnswerStore AnyTransport Authorize AuthorizeContext Denied FailureContext InviteHandlerOptions
      NodeRequest NodeResponse RateLimit RateLimitAnswer RateLimitContext`,
  },
  './testing': {
    values: 'conformance',
    types: 'AnswerName Check Reading Subject World',
  },
  './locales/en': {
    values: 'accept csv form table',
    types:
      'AcceptFirstLabels AcceptLabels CsvLabels CsvWords FormFirstLabels FormLabels TableFirstLabels TableLabels',
  },
}
