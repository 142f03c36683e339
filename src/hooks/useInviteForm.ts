'use client'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useForm, type UseFormRegister } from 'react-hook-form'
import { InviteError } from '../error.js'
import { checkEmail } from '../input/email.js'
import { loadSend, resendInviteMutationOptions } from '../mutations.js'
import type { SendOutcome } from '../send.js'
import { can, type InviteRole, type InviteTransport, type TransportInfo } from '../transport.js'
import { formProblems } from './formProblems.js'
import type { InviteFormOptions, Seats, SubmitResult } from './inviteFormOptions.js'
import type { InviteFormValues } from './inviteFormValues.js'
import { inviteInput } from './inviteInput.js'
import { blocks, type RecipientNote, type RecipientProblem } from './recipientProblem.js'
import { useFormSending } from './useFormSending.js'
import { useRecipientJudge } from './useRecipientJudge.js'
import {
  useRecipients,
  type AddedRecipients,
  type RecipientEntry,
  type Recipients,
} from './useRecipients.js'
import type { Sending } from './useSending.js'

/** A form in progress: its people, its fields and its sending. */
export interface InviteForm
  extends
    Pick<Recipients, 'entries' | 'add' | 'addRows' | 'edit' | 'remove' | 'undo'>,
    Omit<Sending, 'interrupted'> {
  /** `register('role')` and the like give an input its props, as react-hook-form does. */
  register: UseFormRegister<InviteFormValues>
  roles: readonly InviteRole[]
  /** The role that is chosen at first. */
  defaultRole: InviteRole | undefined
  /** What else the transport's `create` takes. */
  fields: NonNullable<TransportInfo['fields']>
  /**
   * `ready`: sent on submit. `blocked`: to be mended or removed before. `failed`: of the ready ones, those who have
   * failed before. `lost`: whether they were invited is not known.
   */
  counts: { ready: number; blocked: number; failed: number; lost: number }
  /** What stands against inviting one of the entries. */
  problemOf: (entry: RecipientEntry) => RecipientProblem | undefined
  /** What is worth a second look though it can be sent. */
  noteOf: (entry: RecipientEntry) => RecipientNote | undefined
  /** The address that may have been meant: a slip in a well-known domain, or in one of the organization's. */
  meantBy: (entry: RecipientEntry) => string | undefined
  /** Takes out everybody who has to be mended or removed before anything can be sent. */
  removeBlocked: () => void
  /** Takes what is typed into the list. Undefined where nothing is, or where only an address would do. */
  commitDraft: (only?: 'address') => AddedRecipients | undefined
  submit: (data?: FormData) => Promise<SubmitResult>
  /** Sends again to those who failed. `lost` as well to those of whom it is not known: they may get a second mail. */
  retry: (which: 'failed' | 'lost') => Promise<SubmitResult>
  /** Reads the list to find out what became of those of whom it is not known. Absent where it cannot be read. */
  check: (() => Promise<SendOutcome[]>) | undefined
  /** Mails a pending invite again instead of a second one. Absent where the transport cannot. */
  resend: ((entry: RecipientEntry) => Promise<InviteError | undefined>) | undefined
  /** A sending that a reload has interrupted. `resume` puts those left into the list and sends. */
  interrupted:
    | { done: number; total: number; resume: () => Promise<SubmitResult>; drop: () => void }
    | undefined
  maxMessage: number
  seats: (Seats & { pending: number; typed: number; short: number }) | undefined
  /** Of the last sending. Who failed is still in `entries`, with the error. */
  outcomes: readonly SendOutcome[]
}

/** Everything InviteForm does but its looks. */
export function useInviteForm(
  transport: InviteTransport<'create'>,
  options: InviteFormOptions = {},
): InviteForm {
  const { domains, members, maxMessage = 1000, now = () => new Date() } = options
  const roles = transport.roles ?? options.roles ?? []
  const defaultRole = roles.find(({ value }) => value === options.defaultRole) ?? roles[0]
  const fields = useMemo(() => transport.fields ?? {}, [transport.fields])
  const { register, getValues, setValue } = useForm<InviteFormValues>({
    defaultValues: {
      draft: '',
      role: defaultRole?.value ?? '',
      groups: '',
      message: '',
      delivery: 'mail',
      days: fields.expiresAt === 'required' ? '7' : '',
    },
  })
  const recipients = useRecipients()
  const { current, settle: _, ...list } = recipients
  const { entries } = list
  const wanted = entries.length > 0
  useEffect(() => {
    if (wanted) void loadSend().catch(() => undefined)
  }, [wanted])
  const judge = useRecipientJudge(transport, { fields, members, domains, wanted })
  const { problemOf, pendingCount = 0 } = judge
  const sending = useFormSending(transport, options, recipients, (entry) =>
    inviteInput(entry, getValues(), fields, now),
  )
  const { busy, sendTo, startAnew, check, putBack, interrupted, forget, ...progress } = sending
  const resending = useMutation(
    can(transport, 'resend') ? resendInviteMutationOptions(transport) : {},
  )

  const of = (...kinds: (RecipientProblem['kind'] | undefined)[]) =>
    current().filter((entry) => kinds.includes(problemOf(entry)?.kind))
  const seatsOf = (typed: number) => {
    if (!options.seats) return undefined
    const { total, members: taken, pending = pendingCount } = options.seats
    const short = Math.max(0, taken + pending + typed - total)
    return { total, members: taken, pending, typed, short }
  }

  const commitDraft: InviteForm['commitDraft'] = (only) => {
    const draft = getValues('draft')
    if (!draft.trim()) return undefined
    if (only === 'address' && !draft.includes('@')) return undefined
    setValue('draft', '')
    return list.add(draft)
  }

  const submit: InviteForm['submit'] = async (data) => {
    if (busy()) return { status: 'busy' }
    commitDraft()
    const ready = of(undefined, 'failed')
    const seats = seatsOf(ready.length)
    const limits = { seats, maxMessage }
    const problems = formProblems(current(), problemOf, getValues(), fields, limits)
    if (problems.length > 0) return { status: 'blocked', problems }
    return sendTo(ready, data)
  }

  const retry: InviteForm['retry'] = async (which) => {
    if (busy()) return { status: 'busy' }
    const chosen = of(which)
    if (which === 'lost') startAnew(chosen)
    return sendTo(chosen)
  }

  const resend = async (entry: RecipientEntry): Promise<InviteError | undefined> => {
    const problem = problemOf(entry)
    if (problem?.kind !== 'pending') return undefined
    try {
      const invite = problem.invite ?? (await findInvite(transport, entry.key))
      if (!invite) throw new InviteError('not_found')
      await resending.mutateAsync({ id: invite.id })
      list.remove(entry.id)
      return undefined
    } catch (thrown) {
      return InviteError.from(thrown)
    }
  }

  const counts = useMemo(() => {
    const all = entries.map(problemOf)
    const count = (kind: RecipientProblem['kind']) =>
      all.filter((problem) => problem?.kind === kind).length
    const [failed, lost, blocked] = [count('failed'), count('lost'), all.filter(blocks).length]
    return { ready: all.length - blocked - lost, blocked, failed, lost }
  }, [entries, problemOf])
  return {
    ...list,
    ...progress,
    register,
    roles,
    defaultRole,
    fields,
    counts,
    problemOf,
    noteOf: judge.noteOf,
    meantBy: judge.meantBy,
    removeBlocked: () =>
      list.remove(...entries.filter((entry) => blocks(problemOf(entry))).map(({ id }) => id)),
    commitDraft,
    submit,
    retry,
    check: can(transport, 'list') ? () => check(of('lost')) : undefined,
    resend: can(transport, 'resend') && can(transport, 'list') ? resend : undefined,
    interrupted: interrupted && {
      done: interrupted.done,
      total: interrupted.total,
      drop: forget,
      resume: async () => {
        const left = putBack()
        // Some of these were under way: who is in the list is not invited twice.
        if (can(transport, 'list')) await check(left)
        return submit()
      },
    },
    maxMessage,
    seats: seatsOf(counts.ready),
  }
}

async function findInvite(transport: InviteTransport, key: string | undefined) {
  if (!can(transport, 'list')) return undefined
  const { invites } = await transport.list({ search: key, status: 'pending' })
  return invites.find(({ email = '' }) => checkEmail(email).key === key)
}
