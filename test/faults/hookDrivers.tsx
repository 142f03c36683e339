import { QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { InviteError } from '../../src/error.ts'
import { useAcceptInvite } from '../../src/hooks/useAcceptInvite.ts'
import { useInviteForm } from '../../src/hooks/useInviteForm.ts'
import { usePendingInvites, type PendingInvites } from '../../src/hooks/usePendingInvites.ts'
import type { Invite } from '../../src/schema.ts'
import { renderHookWith } from '../render.tsx'
import type { Driver, Drivers, Seen } from './driver.ts'

/** A hook within a client of its own, and what that holds. */
function mounted<T>(hook: () => T) {
  const { result, unmount, client } = renderHookWith(hook, new QueryClient())
  return {
    now: () => result.current,
    close: unmount,
    client,
  }
}

const codeOf = (error: unknown) => (error ? InviteError.from(error).code : 'nothing')

const form: Driver = ({ transport }, people = ['bo@acme.test']) => {
  const { now, ...page } = mounted(() => useInviteForm(transport))
  let seen: Seen | undefined
  act(() => void now().add(people.join(', ')))
  const submit = async () => {
    const result = await now().submit()
    if (result.status === 'busy') return
    const errors =
      result.status === 'sent'
        ? result.outcomes.flatMap((one) => (one.status === 'failed' ? one.error : []))
        : [new InviteError('invalid_input')]
    seen = { done: errors.length === 0, said: codeOf(errors[0]) }
  }
  return {
    ...page,
    ready: () => now().entries.length === people.length && !now().sending,
    press: () => {
      seen = undefined
      act(() => {
        void submit()
      })
    },
    seen: () => (now().sending ? undefined : seen),
    left: () => now().entries.map(({ text }) => text),
    resume: () => {
      const { interrupted } = now()
      if (interrupted) act(() => void interrupted.resume())
      return interrupted !== undefined
    },
  }
}

const table =
  (acting?: (list: PendingInvites, invite: Invite) => Promise<unknown> | undefined): Driver =>
  ({ transport }) => {
    const { now, ...page } = mounted(() => usePendingInvites(transport))
    let seen: Seen | undefined
    const run = async (work: Promise<unknown> | undefined) => {
      const result = await work
      // A second press while it is busy.
      if (InviteError.is(result) && result.message === 'The row is busy.') return
      const failed = InviteError.is(result)
      seen = { done: !failed, said: codeOf(failed ? result : undefined) }
    }
    return {
      ...page,
      ready: () => !acting || now().rows.length > 0,
      press: () => {
        seen = undefined
        const [row] = now().rows
        if (!acting || !row) return
        act(() => void run(acting(now(), row.invite)))
      },
      seen: () => {
        if (acting) return seen
        const { status, error } = now()
        return status === 'loading'
          ? undefined
          : { done: status !== 'failed' && !error, said: codeOf(error) }
      },
    }
  }

const answer =
  (which: 'lookup' | 'accept' | 'decline' | 'viewer'): Driver =>
  ({ transport, link }) => {
    const { now, ...page } = mounted(() => useAcceptInvite(transport, link))
    const pressed = which === 'accept' || which === 'decline'
    let yet = !pressed
    return {
      ...page,
      ready: () => !pressed || now().status === 'ready',
      press: () => {
        yet = true
        const state = now()
        if (pressed && state.status === 'ready') act(() => state[which]?.())
      },
      seen: () => {
        const state = now()
        const { status } = state
        if (!yet || ['loading', 'accepting', 'declining'].includes(status)) return undefined
        const error = 'error' in state ? state.error : undefined
        if (which === 'viewer') return { done: Boolean(state.viewer), said: codeOf(error) }
        const good = { lookup: 'ready', accept: 'accepted', decline: 'declined' }[which]
        return { done: status === good && !error, said: error?.code ?? status }
      },
    }
  }

const drivers: Record<string, Driver> = {
  create: form,
  createMany: (world) => form(world, ['bo@acme.test', 'di@acme.test']),
  list: table(),
  resend: table((list, invite) => list.resend?.(invite)),
  update: table((list, invite) => list.changeRole?.(invite, 'admin')),
  revoke: table((list, invite) => list.revoke?.(invite)),
  lookup: answer('lookup'),
  accept: answer('accept'),
  decline: answer('decline'),
  viewer: answer('viewer'),
}

export const hookDrivers: Drivers = ({ operation }) => {
  const driver = drivers[operation]
  if (!driver) throw new Error(`no hook does ${operation}`)
  return driver
}
