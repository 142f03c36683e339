import { QueryClient } from '@tanstack/react-query'
import { InviteError } from '../../src/error.js'
import { listInvitesOptions } from '../../src/query.js'
import { reconcile } from '../../src/reconcile.js'
import type { CreateInviteInput, Invite } from '../../src/schema.js'
import { sendInvites, type SendOutcome } from '../../src/send.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import { resendInvite, revokeInvite } from '../../src/writes.js'
import type { SocketFault } from '../faults/proxy.ts'
import { answer } from '../faults/sockets.ts'
import { behind, served } from '../faults/tcp.ts'

/** What was done, what went wrong on the way, and what must not have. */
export interface SoakFigures {
  sends: number
  lists: number
  resends: number
  revokes: number
  requests: number
  /** How many requests met a fault. */
  faults: number
  /** Answers that were lost, and what the list told of them. */
  lookedUp: number
  /** What breaks a promise, in words. Empty, or it has failed. */
  broken: string[]
}

const round = 20
/** So many sends for one organization, whose rows the provider keeps: then another one begins. */
const organization = 500
/** Longer than any answer takes that is not held back, in milliseconds. */
const patience = 500

const kinds: readonly SocketFault[] = [
  { kind: 'drop', commit: 'before' },
  { kind: 'drop', commit: 'after' },
  { kind: 'reset' },
  { kind: 'truncate' },
  ...(['before', 'after'] as const).flatMap((commit) => [
    answer('500 Broken', [], '{}', commit),
    answer('502 Bad Gateway', ['content-type: text/html'], '<html>', commit),
  ]),
  answer('503 Busy', ['retry-after: 0'], '{}'),
  answer('429 Slow', ['retry-after: 0'], '{"code":"rate_limited","outcome":"not_sent"}'),
]
const slow: readonly SocketFault[] = [
  { kind: 'hang', commit: 'before' },
  { kind: 'hang', commit: 'after' },
  { kind: 'drip', every: 10 },
]

/**
 * People who send, list, resend and withdraw, through `http`, a proxy that does harm to every tenth request, and the
 * handler on a Node server. What fails is done again by hand, until all are invited and then all withdrawn.
 */
export async function soak(sends: number, look?: (done: number) => void): Promise<SoakFigures> {
  const tcp = await served()
  const figures: SoakFigures = {
    sends: 0,
    lists: 0,
    resends: 0,
    revokes: 0,
    requests: 0,
    faults: 0,
    lookedUp: 0,
    broken: [],
  }
  let seed = 42
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const among = (all: readonly SocketFault[]) => all[Math.floor(random() * all.length)]
  tcp.stage.next = () => {
    figures.requests += 1
    const fault = random() < 0.1 ? among(random() < 0.03 ? slow : kinds) : undefined
    if (fault) figures.faults += 1
    return fault ?? { kind: 'pass' }
  }

  try {
    for (let done = 0; done < sends; done += round) {
      if (done % organization === 0) tcp.stage.world = behind(0, () => new Date())
      const page = tcp.page({ timeout: patience })
      const inputs = Array.from({ length: Math.min(round, sends - done) }, (_, at) => ({
        email: `p${done + at}@acme.test`,
        role: 'member',
      }))
      const { createMany: _, ...single } = page
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
      await playRound(done % (2 * round) ? page : single, inputs, tcp.stage.world, figures)
      look?.(done + inputs.length)
    }
  } finally {
    tcp.close()
  }
  return figures
}

async function playRound(
  transport:
    | InviteTransport<InviteOperation>
    | InviteTransport<Exclude<InviteOperation, 'createMany'>>,
  inputs: CreateInviteInput[],
  { mails, stored }: ReturnType<typeof behind>,
  figures: SoakFigures,
): Promise<void> {
  const client = new QueryClient()
  const emails = inputs.map(({ email }) => email)
  const mailed = () => mails.filter((to) => emails.includes(to))
  const broken = (what: string) => figures.broken.push(`${emails[0]}…: ${what}`)

  await sendAll(transport, inputs, mailed, figures, broken)
  if (mailed().toSorted().join() !== emails.toSorted().join())
    broken('not everybody was mailed once')

  const invites = await listAll(transport, client, figures)
  const own = invites.filter(({ email = '' }) => emails.includes(email))
  if (own.length !== inputs.length) broken(`${own.length} of ${inputs.length} are in the list`)

  let tries = 0
  for (const { id } of own.slice(0, 5)) {
    figures.resends += 1
    tries += 1
    // oxlint-disable-next-line no-await-in-loop
    await resendInvite(transport, { id }, client).catch((error: unknown) => InviteError.from(error))
  }
  // Each press mails once at most, also one whose answer was lost.
  if (mailed().length > inputs.length + tries) broken('somebody was mailed again without a press')

  for (const { id } of own) {
    figures.revokes += 1
    for (let press = 0, done = false; press < 20 && !done; press++)
      // oxlint-disable-next-line no-await-in-loop
      done = await revokeInvite(transport, { id }, client).then(
        () => true,
        () => false,
      )
  }
  const left = stored().filter(
    ({ email = '', status }) => emails.includes(email) && status === 'pending',
  )
  if (left.length > 0) broken(`${left.length} are still there, and were said to be withdrawn`)
  client.clear()
}

/** Sends, looks up what was lost, and does again what was not done, as a person would. */
async function sendAll(
  transport: InviteTransport<'create'>,
  inputs: CreateInviteInput[],
  mailed: () => string[],
  figures: SoakFigures,
  broken: (what: string) => void,
) {
  figures.sends += inputs.length
  let left: readonly CreateInviteInput[] = inputs
  const since = Date.now()
  // As the form does: the same key for the same person as long as it is the same try.
  const keyOf = ({ email }: CreateInviteInput) => `soak-${email.split('@')[0]}`
  for (let press = 0; press < 20 && left.length > 0; press++) {
    // oxlint-disable-next-line no-await-in-loop
    let outcomes = await sendInvites(transport, left, { keys: left.map(keyOf) })
    if (outcomes.length !== left.length) broken('somebody has no outcome')
    for (let again = 0; again < 20 && outcomes.some(isUnknown); again++) {
      figures.lookedUp += outcomes.filter(isUnknown).length
      // oxlint-disable-next-line no-await-in-loop
      outcomes = await reconcile(transport, outcomes, { since })
    }
    for (const outcome of outcomes)
      if (isUntrue(outcome, mailed()))
        broken(`${outcome.input.email} is said to be ${outcome.status}`)
    left = outcomes.flatMap((outcome) => (outcome.status === 'sent' ? [] : outcome.input))
  }
}

/** Who was given up after a time-out may be reached later, which the same key then tells. */
function isUntrue(outcome: SendOutcome, mailed: string[]): boolean {
  const there = mailed.includes(outcome.input.email)
  if (outcome.status === 'sent') return !there
  const late = ['timeout', 'already_invited'].includes(outcome.error.code)
  return there && !late && !isUnknown(outcome)
}

const isUnknown = (outcome: SendOutcome) =>
  outcome.status === 'failed' && outcome.error.outcome === 'unknown'

/** Every page of the list, read again by hand where it could not be. */
async function listAll(
  transport: InviteTransport<'list'>,
  client: QueryClient,
  figures: SoakFigures,
): Promise<Invite[]> {
  const all: Invite[] = []
  let cursor: string | undefined
  do {
    figures.lists += 1
    const options = { ...listInvitesOptions(transport, { pageSize: 100, cursor }), retryDelay: 1 }
    // oxlint-disable-next-line no-await-in-loop
    const page = await client.fetchQuery(options).catch(() => undefined)
    if (!page) continue
    all.push(...page.invites)
    cursor = page.next
    if (cursor === undefined) return all
  } while (figures.lists < 1e6)
  return all
}
