import { describe, expect, it } from 'vitest'
import * as kit from '../src/index.js'
import * as english from '../src/locales/en.js'
import * as server from '../src/server/index.js'
import * as transports from '../src/transports/index.js'

describe('the public exports', () => {
  it('of invite-kit change only on purpose', () => {
    expect(Object.keys(kit).toSorted()).toEqual([
      'AcceptInvitePage',
      'InviteError',
      'InviteForm',
      'PendingInvitesTable',
      'acceptInviteMutationOptions',
      'can',
      'checkEmail',
      'csvCell',
      'declineInviteMutationOptions',
      'inspectName',
      'inviteErrorCodes',
      'inviteKeys',
      'inviteLink',
      'isInviteId',
      'knownInvitesOptions',
      'listInvitesOptions',
      'lookupInviteOptions',
      'operationsOf',
      'parseRecipients',
      'parseRetryAfter',
      'reconcile',
      'resendInviteMutationOptions',
      'retryDelay',
      'retryRead',
      'revokeInviteMutationOptions',
      'safeRedirect',
      'sendInvites',
      'sendInvitesMutationOptions',
      'useAcceptInvite',
      'useBulkInvites',
      'useInviteForm',
      'useInvites',
      'usePendingInvites',
      'useResendInvite',
      'useRevokeInvite',
      'useSendInvites',
      'viewerOptions',
    ])
  })

  it('of invite-kit/transports change only on purpose', () => {
    expect(Object.keys(transports).toSorted()).toEqual([
      'astronomer',
      'authress',
      'betterAuth',
      'enhance',
      'grafana',
      'harness',
      'http',
      'ledger',
      'memory',
    ])
  })

  it('of invite-kit/server change only on purpose', () => {
    expect(Object.keys(server).toSorted()).toEqual(['createInviteHandler', 'toNodeHandler'])
  })

  it('of a language change only on purpose', () => {
    expect(Object.keys(english).toSorted()).toEqual(['accept', 'en', 'form', 'table'])
  })
})
