import type { QueryClient, UseMutationOptions, UseQueryOptions } from '@tanstack/react-query'
import { InviteError, type InviteErrorCode } from './error.js'
import type { InviteLink } from './input/token.js'
import {
  inviteKeys,
  type KnownKey,
  type ListKey,
  type LookupKey,
  type ViewerKey,
} from './inviteKeys.js'
import { replaced, without, withSent } from './invitePages.js'
import { retryDelay, retryRead } from './retry.js'
import type {
  AcceptInviteInput,
  AcceptOutcome,
  CreateInviteInput,
  InvitePage,
  InvitePreview,
  InviteRef,
  ListInvitesInput,
  SentInvite,
  Viewer,
} from './schema.js'
import { sendInvites, type SendOptions, type SendOutcome } from './send.js'
import type { InviteTransport } from './transport.js'

// Offline is said at once, by the request itself, instead of waiting in silence; the read follows on reconnection.
const reading = {
  networkMode: 'always',
  refetchOnReconnect: true,
  retry: retryRead,
  retryDelay: (failures: number, error: InviteError) => retryDelay(failures, error),
} as const

/** One page of invites, for `useQuery`, `prefetchQuery` and the like. */
export function listInvitesOptions(
  transport: InviteTransport<'list'>,
  input: ListInvitesInput = {},
): UseQueryOptions<InvitePage, InviteError, InvitePage, ListKey> & { queryKey: ListKey } {
  return {
    ...reading,
    queryKey: inviteKeys.list(transport, input),
    queryFn: ({ signal }) => transport.list(input, { signal }),
  }
}

/**
 * The newest thousand invites as one page, read to know before sending who is invited already. A write makes it stale
 * and no more: it is read again when somebody is about to be invited.
 */
export function knownInvitesOptions(
  transport: InviteTransport<'list'>,
): UseQueryOptions<InvitePage, InviteError, InvitePage, KnownKey> & { queryKey: KnownKey } {
  return {
    ...reading,
    staleTime: 60_000,
    queryKey: inviteKeys.known(transport),
    queryFn: async ({ signal }) => {
      const all: InvitePage = { invites: [] }
      do {
        // A page names the one after it.
        // oxlint-disable-next-line no-await-in-loop
        const page = await transport.list({ cursor: all.next, pageSize: 100 }, { signal })
        all.invites.push(...page.invites)
        all.next = page.next
        all.total ??= page.total
      } while (all.next !== undefined && all.invites.length < 1000)
      return all
    },
  }
}

/** What a link stands for. Kept no longer than it is looked at, and always read anew. */
export function lookupInviteOptions(
  transport: InviteTransport<'lookup'>,
  link: InviteLink,
): UseQueryOptions<InvitePreview, InviteError, InvitePreview, LookupKey> & { queryKey: LookupKey } {
  return {
    ...reading,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnMount: 'always',
    queryKey: inviteKeys.lookup(transport, link),
    queryFn: ({ signal }) => transport.lookup(link.read(), { signal }),
  }
}

/** Who is signed in at the provider. */
export function viewerOptions(
  transport: InviteTransport<'viewer'>,
): UseQueryOptions<Viewer | null, InviteError, Viewer | null, ViewerKey> & { queryKey: ViewerKey } {
  return {
    ...reading,
    queryKey: inviteKeys.viewer(transport),
    queryFn: ({ signal }) => transport.viewer({}, { signal }),
  }
}

export interface SendInvitesVariables extends SendOptions {
  inputs: readonly CreateInviteInput[]
}

/** Sends invites and brings the cached lists up to date: by patch, or by one read where the answers tell too little. */
export function sendInvitesMutationOptions(
  transport: InviteTransport<'create'>,
): UseMutationOptions<SendOutcome[], InviteError, SendInvitesVariables> {
  return {
    mutationKey: inviteKeys.action(transport, 'create'),
    networkMode: 'always',
    mutationFn: async ({ inputs, ...options }, { client }) => {
      const outcomes = await sendInvites(transport, inputs, options)
      // Failed with an outcome that is not `not_sent`: it may be in the list all the same.
      const doubtful = outcomes.some(
        (outcome) => outcome.status === 'failed' && outcome.error.outcome !== 'not_sent',
      )
      const sent = outcomes.flatMap((outcome) =>
        outcome.status === 'sent' && outcome.sent.delivery !== 'added' ? [outcome.sent] : [],
      )
      if (sent.length || doubtful)
        await patchLists(client, transport, (page, input) =>
          doubtful ? undefined : withSent(page, input, sent),
        )
      return outcomes
    },
  }
}

/** Mails an invite again. The answer replaces the row; the list is read where it has no row. */
export function resendInviteMutationOptions(
  transport: InviteTransport<'resend'>,
): UseMutationOptions<SentInvite, InviteError, { id: string }> {
  return {
    mutationKey: inviteKeys.action(transport, 'resend'),
    networkMode: 'always',
    mutationFn: async ({ id }, { client }) => {
      try {
        const sent = await transport.resend({ id })
        await patchLists(client, transport, (page) => replaced(page, id, sent.invite))
        return sent
      } catch (thrown) {
        throw await failed(client, transport, thrown)
      }
    },
  }
}

/** Withdraws an invite. One that is gone already counts as withdrawn. */
export function revokeInviteMutationOptions(
  transport: InviteTransport<'revoke'>,
): UseMutationOptions<void, InviteError, { id: string }> {
  return {
    mutationKey: inviteKeys.action(transport, 'revoke'),
    networkMode: 'always',
    mutationFn: async ({ id }, { client }) => {
      try {
        await transport.revoke({ id })
      } catch (thrown) {
        if (!gone.includes(InviteError.from(thrown).code))
          throw await failed(client, transport, thrown)
      }
      await patchLists(client, transport, (page) => without(page, id))
    },
  }
}

/**
 * Accepts. The variables are a function that gives the input, so that neither token nor password stays in the
 * mutation cache.
 */
export function acceptInviteMutationOptions(
  transport: InviteTransport<'accept'>,
): UseMutationOptions<AcceptOutcome, InviteError, () => AcceptInviteInput> {
  return {
    mutationKey: inviteKeys.action(transport, 'accept'),
    networkMode: 'always',
    gcTime: 0,
    mutationFn: (input) => transport.accept(input()),
  }
}

/** Declines; the variables are a function as with accept. */
export function declineInviteMutationOptions(
  transport: InviteTransport<'decline'>,
): UseMutationOptions<void, InviteError, () => InviteRef> {
  return {
    mutationKey: inviteKeys.action(transport, 'decline'),
    networkMode: 'always',
    gcTime: 0,
    mutationFn: (input) => transport.decline(input()),
  }
}

const gone: readonly InviteErrorCode[] = ['not_found', 'expired', 'revoked']

/** Somebody else changed the row, or the answer was lost: what is shown has to be read again. */
async function failed(client: QueryClient, transport: InviteTransport, thrown: unknown) {
  const error = InviteError.from(thrown)
  if (
    [...gone, 'already_accepted', 'already_member'].includes(error.code) ||
    error.outcome === 'unknown'
  )
    await patchLists(client, transport, () => undefined)
  return error
}

/**
 * Brings every cached list page up to date after a confirmed write. Reads under way are older than the write and
 * are dropped. A page for which `patch` gives undefined is read again, once, without being waited for.
 */
async function patchLists(
  client: QueryClient,
  transport: InviteTransport,
  patch: (page: InvitePage, input: ListInvitesInput) => InvitePage | undefined,
): Promise<void> {
  void client.invalidateQueries({ queryKey: inviteKeys.known(transport), refetchType: 'none' })
  const queryKey = inviteKeys.lists(transport)
  const underWay = new Set(client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' }))
  await client.cancelQueries({ queryKey })
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    const page = query.state.data as InvitePage | undefined
    const patched = page && patch(page, (query.queryKey as ListKey)[3])
    if (patched && patched !== page) client.setQueryData(query.queryKey, patched)
    // A page that others follow and that lost a row is filled up from them, which only a read can do.
    const short =
      page && patched?.next !== undefined && patched.invites.length < page.invites.length
    if (!patched || short || underWay.has(query))
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
  }
}
