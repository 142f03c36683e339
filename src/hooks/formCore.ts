'use client'
import { onlineManager, QueryObserver, type QueryClient } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { InviteError } from '../error.js'
import { checkEmail } from '../input/email.js'
import { loadWrites, resendInviteMutationOptions } from '../mutations.js'
import { knownInvitesOptions } from '../knownInvites.js'
import { can, type InviteTransport } from '../transport.js'
import { formProblems } from './formProblems.js'
import { formSending, type SendingState, type SendingWays } from './formSending.js'
import type { InviteFormOptions, SubmitResult } from './inviteFormOptions.js'
import type { FormActions } from './inviteFormState.js'
import type { InviteFormValues } from './inviteFormValues.js'
import { inviteInput } from './inviteInput.js'
import { knownInvites, type KnownInvites } from './knownInvites.js'
import type { RecipientEntry } from './recipientEntry.js'
import { recipientList } from './recipientList.js'
import { blocks, recipientJudge, type RecipientProblem } from './recipientProblem.js'
import { seatsOf } from './seatsOf.js'

/** What a form is about at a render. */
export interface FormContext {
  transport: InviteTransport<'create'>
  client: QueryClient
  options: InviteFormOptions
  fields: NonNullable<InviteTransport['fields']>
  maxMessage: number
  values: Pick<UseFormReturn<InviteFormValues>, 'getValues' | 'setValue'>
}

/** What a form knows at a time. */
export interface FormState extends SendingState {
  entries: readonly RecipientEntry[]
  undoable: boolean
  known: KnownInvites
}

export interface FormCore extends ReturnType<typeof formCore> {}

/** A form without React: its people, who judges them, and its sending. */
export function formCore() {
  let tell: ((state: FormState) => void) | undefined
  let look: (() => void) | undefined
  let state: FormState = {
    entries: [],
    undoable: false,
    known: knownInvites(undefined),
    sending: false,
    progress: { done: 0, total: 0 },
    pause: undefined,
    interrupted: undefined,
    outcomes: [],
  }
  const set = (change: Partial<FormState>) => {
    state = { ...state, ...change }
    tell?.(state)
  }
  const list = recipientList((entries) => {
    set({ entries, undoable: list.undoable() })
    look?.()
  })
  const sending = formSending(list, () => state, set)
  // Here when it is needed, and not while a paste is being shown.
  void loadWrites().catch(() => undefined)
  const judgeOf = lastOf(judge)
  const countsOf = lastOf(counted)

  return {
    /** Tells every state from now on, until what it returns is called. */
    watch: (
      client: QueryClient,
      transport: InviteTransport,
      onState: (state: FormState) => void,
    ) => {
      tell = onState
      sending.look(transport)
      if (!can(transport, 'list')) {
        set({ known: knownInvites(undefined) })
        return () => (tell = undefined)
      }
      // Read once somebody is about to be invited.
      const options = () => ({
        ...knownInvitesOptions(transport),
        enabled: state.entries.length > 0,
      })
      const observer = new QueryObserver(client, options())
      let page = observer.getCurrentResult().data
      set({ known: knownInvites(page) })
      look = () => observer.setOptions(options())
      const leave = observer.subscribe(({ data }) => {
        if (data !== page) set({ known: knownInvites((page = data)) })
      })
      const leaveOnline = onlineManager.subscribe((online) => {
        if (online) void sending.checkCutOff(transport)
      })
      return () => {
        leave()
        leaveOnline()
        tell = look = undefined
      }
    },

    /** What is seen and can be done, in a state that was rendered, or as of now. */
    actions: (context: FormContext, seen = state): FormActions => {
      const { transport, client, options, fields, values } = context
      const { getValues, setValue } = values
      const { members, domains, now = () => new Date() } = options
      const { problemOf, noteOf, meantBy } = judgeOf(fields, domains, members, seen.known.byKey)
      const { entries, interrupted } = seen
      const counts = countsOf(entries, problemOf)
      const listed = seen.known.count ?? 0
      const ways: SendingWays = {
        transport,
        client,
        options,
        inputOf: (entry) => inviteInput(entry, getValues(), fields, now),
      }
      const of = (...kinds: (RecipientProblem['kind'] | undefined)[]) =>
        list.entries().filter((entry) => kinds.includes(problemOf(entry)?.kind))
      const check = () => sending.check(of('lost'), transport)

      const commitDraft: FormActions['commitDraft'] = async (only) => {
        const draft = getValues('draft')
        if (!draft.trim() || (only === 'address' && !draft.includes('@'))) return undefined
        setValue('draft', '')
        return list.add(draft)
      }
      const submit = async (data?: FormData): Promise<SubmitResult> => {
        void commitDraft()
        const ready = of(undefined, 'failed')
        const seats = seatsOf(options.seats, listed, ready.length)
        const limits = { seats, maxMessage: context.maxMessage }
        const problems = formProblems(list.entries(), problemOf, getValues(), fields, limits)
        if (problems.length > 0) return { status: 'blocked', problems }
        return sending.sendTo(ready, ways, data)
      }
      const resume = async () => {
        const left = sending.putBack(transport)
        // Some of these were under way: who is in the list is not invited twice.
        if (can(transport, 'list')) await sending.check(left, transport)
        return submit()
      }
      const resend = async (entry: RecipientEntry): Promise<InviteError | undefined> => {
        const problem = problemOf(entry)
        if (problem?.kind !== 'pending' || !can(transport, 'resend')) return undefined
        try {
          const invite = problem.invite ?? (await findInvite(transport, entry.key))
          if (!invite) throw new InviteError('not_found')
          await client
            .getMutationCache()
            .build(client, client.defaultMutationOptions(resendInviteMutationOptions(transport)))
            .execute({ id: invite.id })
          list.remove(entry.id)
          return undefined
        } catch (thrown) {
          return InviteError.from(thrown)
        }
      }

      return {
        ...seen,
        counts,
        seats: seatsOf(options.seats, listed, counts.ready),
        problemOf,
        noteOf,
        meantBy,
        add: async (text) => list.add(text),
        addRows: async (rows) => list.addRows(rows),
        commitDraft,
        edit: list.edit,
        remove: list.remove,
        removeBlocked: () =>
          list.remove(...entries.filter((entry) => blocks(problemOf(entry))).map(({ id }) => id)),
        undo: seen.undoable ? list.undo : undefined,
        submit: (data) => sending.alone(() => submit(data)),
        retry: (which) =>
          sending.alone(async () => {
            const chosen = of(which)
            if (which === 'lost') sending.startAnew(chosen)
            return sending.sendTo(chosen, ways)
          }),
        check: can(transport, 'list') ? check : undefined,
        resend: can(transport, 'resend') && can(transport, 'list') ? resend : undefined,
        cancel: sending.cancel,
        interrupted: interrupted && {
          done: interrupted.done,
          total: interrupted.total,
          drop: () => sending.forget(transport),
          resume: () => sending.alone(resume),
        },
      }
    },
  }
}

function judge(
  fields: FormContext['fields'],
  domains: InviteFormOptions['domains'],
  members: InviteFormOptions['members'],
  pending: KnownInvites['byKey'],
) {
  const keys = new Set(members?.flatMap((address) => checkEmail(address).key ?? []))
  return recipientJudge({ fields, domains, members: keys, pending })
}

function counted(
  entries: readonly RecipientEntry[],
  problemOf: FormActions['problemOf'],
): FormActions['counts'] {
  const counts = { ready: entries.length, blocked: 0, failed: 0, lost: 0 }
  for (const entry of entries) {
    const problem = problemOf(entry)
    if (blocks(problem)) counts.blocked++
    else if (problem?.kind === 'lost') counts.lost++
    else if (problem) counts.failed++
  }
  counts.ready -= counts.blocked + counts.lost
  return counts
}

async function findInvite(transport: InviteTransport, key: string | undefined) {
  if (!can(transport, 'list')) return undefined
  const { invites } = await transport.list({ search: key, status: 'pending' })
  return invites.find(({ email = '' }) => checkEmail(email).key === key)
}

/** The same answer to the same question as the last one. */
function lastOf<Args extends unknown[], T>(answer: (...args: Args) => T): (...args: Args) => T {
  let last: { args: Args; value: T } | undefined
  return (...args) => {
    if (!last || args.some((arg, at) => arg !== last?.args[at]))
      last = { args, value: answer(...args) }
    return last.value
  }
}
