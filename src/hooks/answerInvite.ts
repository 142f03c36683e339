import type { QueryClient } from '@tanstack/react-query'
import { InviteError } from '../error.js'
import { sameAddress } from '../input/sameAddress.js'
import type { InviteLink } from '../input/token.js'
import { acceptInviteMutationOptions, declineInviteMutationOptions } from '../answerMutations.js'
import { lookupInviteOptions } from '../query.js'
import type { AcceptInviteInput, InvitePreview, InviteRef, Viewer } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'
import type { AcceptAnswers, AcceptKnown } from './acceptState.js'
import { accountStop, ends, isOwner } from './acceptStops.js'
import type { Answer } from './answers.js'
import { inTurn } from './inTurn.js'

export interface AnswerCall {
  client: QueryClient
  transport: InviteTransport<'accept'>
  link: InviteLink
  /** What the page showed when it was pressed. */
  known: AcceptKnown
  /** Asks anew who is signed in; absent where nobody can be asked. */
  ask: (() => Promise<Viewer | null>) | undefined
  /** Whether the answer to an earlier press was lost. */
  lost: boolean
  allowUnverified: boolean | undefined
  /** The idempotency key of the press. */
  key: string
}

/** What a press has come to; `status` is `open` where it is absent. */
export type Said = Partial<Answer>

/**
 * Answers an invite after a person's press: at most one write, and none where another person is signed in by now, or
 * where an answer that was lost, or another tab, has settled it meanwhile. Never rejects.
 * @param answers what was filled in, or undefined to decline
 */
export function answerInvite(call: AnswerCall, answers: AcceptAnswers | undefined): Promise<Said> {
  return inTurn(`answer ${call.transport.key}`, async (waited): Promise<Said> => {
    const stop = await stopOf(call)
    if (stop) return stop
    const doubtful = waited || call.lost
    const found = doubtful ? await read(call) : undefined
    const settled = found && saidBy(found, answers)
    if (settled) return settled
    if (InviteError.is(found)) return { error: withOutcome(found, call.lost) }
    try {
      return await write(call, answers, found ?? call.known.preview)
    } catch (thrown) {
      const error = InviteError.from(thrown)
      if (doubtful && accepted(error)) return saidBy(error, answers) ?? {}
      if (error.outcome !== 'unknown') return { error }
      const after = await read(call)
      return { lost: true, error, ...(after && saidBy(after, answers)) }
    }
  }).catch((thrown: unknown) => ({ error: InviteError.from(thrown) }))
}

/** Looks up an answer that was lost; undefined where the invite is open still, or cannot be read. Never rejects. */
export function lookUpAnswer(
  call: AnswerCall,
  answers: AcceptAnswers | undefined,
): Promise<Said | undefined> {
  return inTurn(`answer ${call.transport.key}`, async () => {
    const found = await read(call)
    return found && saidBy(found, answers)
  }).catch(() => undefined)
}

/** Nothing is written for another person than the page was shown to, unless it is the one who was invited. */
async function stopOf({ ask, known, allowUnverified }: AnswerCall): Promise<Said | undefined> {
  if (!ask) return undefined
  const { preview, viewer: before } = known
  let viewer: Viewer | null
  try {
    viewer = await ask()
  } catch (thrown) {
    // No worse than when the page was opened: the provider decides.
    return before === undefined ? undefined : { error: withOutcome(InviteError.from(thrown)) }
  }
  const now = { preview, viewer }
  // The page says by itself what it is.
  if (accountStop(now, allowUnverified)) return {}
  if (before && !viewer) return { error: withOutcome(new InviteError('unauthenticated')) }
  const same = !viewer || (before && sameAddress(before.email ?? '', viewer.email ?? ''))
  return same || isOwner(now) ? undefined : { changed: true }
}

/** The invite as it is now, or why it cannot be read; undefined where there is no reading. */
async function read({ client, transport, link }: AnswerCall) {
  if (!can(transport, 'lookup')) return undefined
  return client
    .fetchQuery({ ...lookupInviteOptions(transport, link), staleTime: 0, retry: false })
    .catch((thrown: unknown) => InviteError.from(thrown))
}

/** What the invite, read after a doubtful answer, says of it: undefined if it is still open or cannot be read. */
function saidBy(found: InvitePreview | InviteError, answers: unknown): Said | undefined {
  if (InviteError.is(found)) {
    if (accepted(found)) return answers ? { status: 'accepted' } : { mine: true }
    // It may be the doubtful answer that ended it, which nobody tells.
    if (found.code === 'not_found') return { error: withOutcome(found, true) }
    return ends[found.code] && { error: found }
  }
  if (found.status === 'accepted') return answers ? { status: 'accepted' } : { mine: true }
  if (found.status === 'declined') return { status: 'declined' }
  // The page says by itself what it is.
  return found.status === 'expired' || found.status === 'revoked' ? {} : undefined
}

async function write(
  { client, transport, link, key }: AnswerCall,
  answers: AcceptAnswers | undefined,
  preview: InvitePreview | undefined,
): Promise<Said> {
  const mutations = client.getMutationCache()
  if (!answers) {
    if (!can(transport, 'decline')) return {}
    const { decline } = transport
    await mutations
      .build(client, {
        ...declineInviteMutationOptions(transport),
        mutationFn: (input: () => InviteRef) => decline(input(), { key }),
      })
      .execute(() => link.read())
    return { status: 'declined' }
  }
  const outcome = await mutations
    .build(client, {
      ...acceptInviteMutationOptions(transport),
      mutationFn: (input: () => AcceptInviteInput) => transport.accept(input(), { key }),
    })
    .execute(() => ({
      ...answers,
      ...link.read(),
      // The provider's word on whose invite it is, before the link's.
      ...(preview?.email && { email: preview.email }),
    }))
  if (outcome.status === 'accepted') return outcome
  const { url } = outcome
  // It is navigated to: anything else could run as a script here.
  if (!/^https?:/.test(new URL(url, location.href).protocol))
    throw new InviteError('invalid_response', { outcome: 'unknown' })
  return { status: 'continuing', target: () => url }
}

const accepted = ({ code }: InviteError) => code === 'already_accepted' || code === 'already_member'

function withOutcome(error: InviteError, lost = false): InviteError {
  return new InviteError(error.code, {
    ...error.toJSON(),
    outcome: lost ? 'unknown' : 'not_sent',
  })
}
