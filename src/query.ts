import type { QueryClient, UseMutationOptions, UseQueryOptions } from '@tanstack/react-query'
import { InviteError, type InviteErrorCode } from './error.js'
import type { InviteLink } from './input/token.js'
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
import type { InviteOperation, InviteTransport } from './transport.js'

type ListKey = readonly ['invite-kit', string, 'list', ListInvitesInput]
type LookupKey = readonly ['invite-kit', string, 'lookup', string]
type ViewerKey = readonly ['invite-kit', string, 'viewer']

/** Every cache key of invite-kit. They hold transport keys, list inputs and link handles: no token, no address. */
export const inviteKeys = {
  all: (transport: InviteTransport) => ['invite-kit', transport.key] as const,
  lists: (transport: InviteTransport) => ['invite-kit', transport.key, 'list'] as const,
  list: (transport: InviteTransport, input: ListInvitesInput): ListKey => [
    'invite-kit',
    transport.key,
    'list',
    input,
  ],
  lookup: (transport: InviteTransport, link: InviteLink): LookupKey => [
    'invite-kit',
    transport.key,
    'lookup',
    link.handle,
  ],
  viewer: (transport: InviteTransport): ViewerKey => ['invite-kit', transport.key, 'viewer'],
  /** The mutation key of an operation. */
  action: (transport: InviteTransport, operation: InviteOperation) =>
    ['invite-kit', transport.key, operation] as const,
}

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
