import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import { InviteError } from '../error.js'
import type { InviteLink } from '../input/token.js'
import type { ViewerKey } from '../inviteKeys.js'
import { isCutOff } from '../isCutOff.js'
import { randomKey } from '../randomKey.js'
import { waitToRetry } from '../retryWrite.js'
import type { Viewer } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'
import type { AcceptInviteOptions } from './acceptInviteOptions.js'
import type { AcceptAnswers, AcceptInvite, AcceptKnown, AcceptStop } from './acceptState.js'
import { accountStop, ends, isOwner, settled, unread } from './acceptStops.js'
import { answerInvite, lookUpAnswer, type Said } from './answerInvite.js'
import { answerOf, isWatched, putAnswer, type Answer } from './answers.js'
import { onceOnline } from './onceOnline.js'

/** What has been read so far. */
export interface AcceptReading {
  client: QueryClient
  transport: InviteTransport<'accept'>
  link: InviteLink
  options: AcceptInviteOptions
  /** Of transport and link, as the answers are kept. */
  name: string
  answer: Answer
  known: AcceptKnown
  /** Why the invite could not be read. */
  failure: unknown
  /** Whether something is still being read. */
  reading: boolean
  /** How to ask who is signed in, where anybody can be asked. */
  ask: FetchQueryOptions<Viewer | null, InviteError, Viewer | null, ViewerKey> | undefined
  retry: () => void
}

export interface Judged {
  state: AcceptInvite
  /** Tells the app of an end that it does not know of yet; to be called after the render. */
  tell?: (() => void) | undefined
}

/** Where the acceptance of an invite stands, and the ways to answer it. */
export function judgeInvite(read: AcceptReading): Judged {
  const { status, told } = read.answer
  const ended = status === 'accepted' || status === 'continuing'
  return { state: stateOf(read), tell: ended && !told ? () => tell(read) : undefined }
}

function stateOf(read: AcceptReading): AcceptInvite {
  const { transport, options, answer, known, retry } = read
  const { status, url, wait } = answer
  const stopped = (stop: AcceptStop, error?: InviteError): AcceptInvite => {
    const mine = answer.mine || error?.code === 'already_member' || isOwner(known)
    return { status: stop, mine: stop === 'already_accepted' && mine, error, retry, ...known }
  }
  const declines = can(transport, 'decline')
  if (status === 'accepted') return { status, url, ...known }
  if (status === 'continuing') return { status, proceed: () => proceed(read), ...known }
  if (status === 'declined') return { status, ...known }
  if (status !== 'open') return { status, declines, wait, ...known }

  if (answer.changed) return stopped('wrong_account')
  const refusal = answer.error && ends[answer.error.code]
  if (refusal) return stopped(refusal, answer.error)

  const { preview } = known
  const failure = !preview && read.failure ? InviteError.from(read.failure) : undefined
  // Where the provider knows a used invite no more.
  if (answer.mine && (failure?.code === 'not_found' || !can(transport, 'lookup')))
    return stopped('already_accepted')
  if (failure) return stopped(unread[failure.code] ?? 'failed', failure)
  if (read.reading) return { status: 'loading', ...known }
  const done = preview && settled[preview.status]
  if (done === 'declined') return { status: done, ...known }
  const stop = done ?? accountStop(known, options.allowUnverified)
  if (stop) return stopped(stop)

  return {
    status: 'ready',
    accept: (answers = {}) => press(read, answers),
    decline: declines ? () => press(read) : undefined,
    error: answer.error,
    ...known,
  }
}

/** @param answers absent to decline */
function press(read: AcceptReading, answers?: AcceptAnswers): void {
  const { name, client, transport, link, known, options, ask } = read
  // The store and not the state: two presses can come before the next render.
  const { status, lost = false, mine } = answerOf(name)
  if (status !== 'open') return
  const underWay = (wait?: Answer['wait']) =>
    putAnswer(name, { status: answers ? 'accepting' : 'declining', lost, mine, wait })
  underWay()
  const call = {
    client,
    transport,
    link,
    known,
    lost,
    ask: ask && (() => client.fetchQuery({ ...ask, staleTime: 0, retry: false })),
    allowUnverified: options.allowUnverified,
    key: randomKey(),
  }
  const put = (said: Said) =>
    putAnswer(name, {
      lost,
      mine,
      // Nobody is led away from where they have gone meanwhile.
      told: said.status === 'continuing' && !isWatched(name),
      ...said,
      status: said.status ?? 'open',
    })
  const answer = async () => {
    let said = await answerInvite(call, answers)
    // All of it anew: another tab, or another account, may have come between.
    if (said.error && (await waitToRetry(said.error, clock, underWay)))
      said = await answerInvite(call, answers)
    put(said)
    const { error } = said
    if (!error || !isCutOff(error)) return
    // Not where it was pressed again, or left, meanwhile.
    const holds = () => answerOf(name).error === error
    onceOnline(async () => {
      const found = holds() ? await lookUpAnswer(call, answers) : undefined
      if (found && holds()) put({ lost: true, ...found })
    })
  }
  void answer()
}

function tell(read: AcceptReading): void {
  const { name, answer, options } = read
  // Asked again, since several may watch.
  if (answerOf(name).told) return
  putAnswer(name, { ...answer, told: true })
  if (answer.status === 'accepted') options.onAccepted?.({ url: answer.url })
  else proceed(read)
}

function proceed({ answer, options }: AcceptReading): void {
  const url = answer.target?.()
  if (url) (options.onContinue ?? ((to) => location.assign(to)))(url)
}

const clock = () => new Date()
