'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { notLoaded } from '../notLoaded.js'
import type { InviteTransport } from '../transport.js'
import type { FormContext, FormCore, FormState } from './formCore.js'
import type { InviteFormOptions } from './inviteFormOptions.js'
import type { InviteForm } from './inviteFormState.js'
import type { InviteFormValues } from './inviteFormValues.js'
import { partOf, usePart } from './usePart.js'
import { waitingActions, type Held } from './waitingActions.js'

export type { InviteForm } from './inviteFormState.js'

const corePart = /*#__PURE__*/ partOf(() => import('./formCore.js'))
type Core = NonNullable<ReturnType<typeof corePart.now>>

const none: InviteForm['roles'] = []

/**
 * Everything InviteForm does but its looks. What follows a first address is loaded after the first paint: until it is
 * there actions wait for it, and what they are to read stands in `draft`.
 */
export function useInviteForm(
  transport: InviteTransport<'create'>,
  options: InviteFormOptions = {},
): InviteForm {
  const { maxMessage = 1000 } = options
  const roles = transport.roles ?? options.roles ?? none
  const defaultRole = roles.find(({ value }) => value === options.defaultRole) ?? roles[0]
  const fields = useMemo(() => transport.fields ?? {}, [transport.fields])
  const client = useQueryClient()
  const values = useForm<InviteFormValues>({
    defaultValues: {
      draft: '',
      role: defaultRole?.value ?? '',
      groups: '',
      message: '',
      delivery: 'mail',
      days: fields.expiresAt === 'required' ? '7' : '',
    },
  })
  const context: FormContext = { transport, client, options, fields, maxMessage, values }

  const core = usePart(corePart)
  const [ownOf] = useState(oneForm)
  const part = core && ownOf(core)
  const [state, setState] = useState<FormState>()
  // Transports of one key are the same.
  const [watched, watch] = useState(transport)
  if (watched.key !== transport.key) watch(transport)
  useEffect(() => part?.watch(client, watched, setState), [part, client, watched])

  const [held] = useState<Held>({ text: '', shown: '' })
  const load = async () => {
    const loaded = await corePart.load()
    if (!loaded) throw notLoaded()
    return ownOf(loaded).actions(context)
  }
  const waiting = waitingActions(load, context, held)
  return {
    ...(part && state ? part.actions(context, state) : waiting),
    register: values.register,
    roles,
    defaultRole,
    fields,
    maxMessage,
    part: part ? 'ready' : part === null ? 'failed' : 'loading',
    reload: waiting.reload,
  }
}

/** Of the part, what is this form's own. */
function oneForm() {
  let own: FormCore | undefined
  return ({ formCore }: Core) => (own ??= formCore())
}
