'use client'
import { useRef, useState } from 'react'
import { useForm, type UseFormRegister } from 'react-hook-form'
import type { InviteError } from '../error.js'
import type { CreateInviteInput } from '../schema.js'
import type { SendOutcome } from '../send.js'
import type { CreateField, InviteRole, InviteTransport, TransportInfo } from '../transport.js'
import { useRecipients, type AddedRecipients, type Recipients } from './useRecipients.js'
import { useSendInvites } from './useSendInvites.js'

/** What a person fills in beside the list of recipients. */
export interface InviteFormValues {
  /** What is being typed and is in no chip yet; it is sent too. */
  draft: string
  role: string
  /** Separated by commas. */
  groups: string
  message: string
  delivery: 'mail' | 'link'
}

export interface InviteFormOptions {
  /** Roles to choose from, where the transport has none of its own. */
  roles?: readonly InviteRole[] | undefined
  /** @default the first role */
  defaultRole?: string | undefined
  /** Called when all outcomes are known, in the order of the recipients. */
  onSent?: ((outcomes: SendOutcome[]) => void) | undefined
}

/** What is in the way of sending. */
export type InviteFormProblem =
  | { field: 'recipients'; problem: 'none' }
  /** `nameless`: the provider wants a name for each. */
  | { field: 'recipients'; problem: 'invalid' | 'nameless'; count: number }
  | { field: 'groups' | 'message'; problem: 'missing' }

/** `blocked`: nothing was sent. `busy`: a sending is under way already. */
export type SubmitResult =
  | { status: 'blocked'; problems: InviteFormProblem[] }
  | { status: 'busy' }
  | { status: 'sent'; outcomes: SendOutcome[] }

export interface InviteForm extends Pick<Recipients, 'entries' | 'add' | 'remove'> {
  /** `register('role')` and the like give an input its props, as react-hook-form does. */
  register: UseFormRegister<InviteFormValues>
  roles: readonly InviteRole[]
  /** What else the transport's `create` takes. */
  fields: NonNullable<TransportInfo['fields']>
  /** Takes what is typed into the list. Undefined where nothing is, or where only an address would do. */
  commitDraft: (only?: 'address') => AddedRecipients | undefined
  submit: () => Promise<SubmitResult>
  sending: boolean
  /** How many of how many have an outcome while sending. */
  progress: { done: number; total: number }
  /** Of the last sending. Who failed is still in `entries`, with the error. */
  outcomes: readonly SendOutcome[]
}

/** Everything InviteForm does but its looks. */
export function useInviteForm(
  transport: InviteTransport<'create'>,
  options: InviteFormOptions = {},
): InviteForm {
  const roles = transport.roles ?? options.roles ?? []
  const fields = transport.fields ?? {}
  const { register, getValues, setValue } = useForm<InviteFormValues>({
    defaultValues: {
      draft: '',
      role: options.defaultRole ?? roles[0]?.value ?? '',
      groups: '',
      message: '',
      delivery: 'mail',
    },
  })
  const { entries, add, remove, current, settle } = useRecipients()
  const { mutateAsync } = useSendInvites(transport)
  const [sending, setSending] = useState(false)
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const [outcomes, setOutcomes] = useState<readonly SendOutcome[]>([])
  // A ref, since two presses can come before the next render.
  const busy = useRef(false)

  const commitDraft: InviteForm['commitDraft'] = (only) => {
    const draft = getValues('draft')
    if (!draft.trim()) return undefined
    if (only === 'address' && !draft.includes('@')) return undefined
    setValue('draft', '')
    return add(draft)
  }

  const submit = async (): Promise<SubmitResult> => {
    if (busy.current) return { status: 'busy' }
    commitDraft()
    const values = getValues()
    const problems = problemsOf(current(), values, fields)
    if (problems.length > 0) return { status: 'blocked', problems }

    const chosen = current().flatMap(({ id, email, name }) =>
      email === undefined ? [] : [{ id, input: inputOf({ email, name }, values, fields) }],
    )
    busy.current = true
    setSending(true)
    setProgress({ done: 0, total: chosen.length })
    try {
      const results = await mutateAsync({
        inputs: chosen.map(({ input }) => input),
        onOutcome: (_, index) => setProgress({ done: index + 1, total: chosen.length }),
      })
      const done = new Set<number>()
      const errors = new Map<number, InviteError>()
      for (const [index, { id }] of chosen.entries()) {
        const result = results[index]
        if (result?.status === 'failed') errors.set(id, result.error)
        else done.add(id)
      }
      settle(done, errors)
      setOutcomes(results)
      options.onSent?.(results)
      return { status: 'sent', outcomes: results }
    } finally {
      busy.current = false
      setSending(false)
    }
  }

  return {
    register,
    roles,
    fields,
    entries,
    add,
    remove,
    commitDraft,
    submit,
    sending,
    progress,
    outcomes,
  }
}

type Fields = Partial<Record<CreateField, 'optional' | 'required'>>

function problemsOf(
  entries: ReturnType<Recipients['current']>,
  values: InviteFormValues,
  fields: Fields,
): InviteFormProblem[] {
  const problems: InviteFormProblem[] = []
  const invalid = entries.filter(({ email }) => email === undefined).length
  if (invalid > 0) problems.push({ field: 'recipients', problem: 'invalid', count: invalid })
  else if (entries.length === 0) problems.push({ field: 'recipients', problem: 'none' })
  const nameless = entries.filter(({ email, name }) => email !== undefined && !name).length
  if (fields.name === 'required' && nameless > 0)
    problems.push({ field: 'recipients', problem: 'nameless', count: nameless })
  for (const field of ['groups', 'message'] as const)
    if (fields[field] === 'required' && !values[field].trim())
      problems.push({ field, problem: 'missing' })
  return problems
}

/** Exactly what the transport takes, and nothing that was left empty. */
function inputOf(
  { email, name }: { email: string; name?: string | undefined },
  { role, groups, message, delivery }: InviteFormValues,
  fields: Fields,
): CreateInviteInput {
  const listed = groups.split(',').flatMap((group) => group.trim() || [])
  return {
    email,
    ...(role && { role }),
    ...(fields.name && name && { name }),
    ...(fields.groups && listed.length > 0 && { groups: listed }),
    ...(fields.message && message.trim() && { message: message.trim() }),
    ...(fields.sendMail && { sendMail: delivery === 'mail' }),
  }
}
