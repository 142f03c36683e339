import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { wholes } from '../src/fromWhole.ts'
import { useInvites } from '../src/hooks/useInvites.ts'
import { useRevokeInvite } from '../src/hooks/useRevokeInvite.ts'
import type { Invite, InvitePage, ListInvitesInput } from '../src/schema.ts'
import type { grafana } from '../src/transports/index.ts'
import type { InviteTransport } from '../src/transport.ts'
import { renderHookWith } from './render.tsx'
import { ana as astronomerAna, setUp as astronomerSetUp } from './transports/astronomerSetUp.ts'
import { bob, setUp as betterAuthSetUp } from './transports/betterAuthSetUp.ts'
import { ana as enhanceAna, setUp as enhanceSetUp } from './transports/enhanceSetUp.ts'
import { ana as grafanaAna, setUp as grafanaSetUp } from './transports/grafanaSetUp.ts'

type Listing = InviteTransport<'create' | 'list'>
const people = ['alan', 'cleo', 'grace', 'hedy']
const questions: ListInvitesInput[] = [
  {},
  { search: 'al' },
  { search: 'nobody' },
  { role: 'nothing' },
  { status: 'pending', sort: { by: 'email', direction: 'asc' } },
  { pageSize: 2 },
  { pageSize: 2, cursor: '2' },
]

describe('what returns everything', () => {
  it.each<[string, () => { transport: Listing; one: object }]>([
    ['Grafana', () => ({ transport: grafanaSetUp().transport, one: grafanaAna })],
    ['Enhance', () => ({ transport: enhanceSetUp().transport, one: enhanceAna })],
    ['better-auth', () => ({ transport: betterAuthSetUp().transport, one: bob })],
    ['Astronomer', () => ({ transport: astronomerSetUp().alpha, one: astronomerAna })],
  ])('%s says to another question what its own answer will say', async (_, make) => {
    const { transport, one } = make()
    for (const name of people)
      // oxlint-disable-next-line no-await-in-loop -- in order
      await transport.create({ ...one, email: `${name}@acme.test` })
    const whole = wholes.get(await transport.list({ pageSize: 1 }))
    for (const question of questions)
      // oxlint-disable-next-line no-await-in-loop -- in order
      expect(whole?.(question)).toEqual(await transport.list(question))
  })

  it('is not what Astronomer answers to a search', async () => {
    const { alpha } = astronomerSetUp()
    await alpha.create(astronomerAna)
    expect(wholes.has(await alpha.list({ search: 'ana' }))).toBe(false)
  })
})

/** A Grafana whose answers to `list` come when they are let go. */
async function held() {
  const { transport: inner, detour } = grafanaSetUp()
  for (const name of people)
    // oxlint-disable-next-line no-await-in-loop -- in order
    await inner.create({ ...grafanaAna, email: `${name}@acme.test` })
  const waiting: (() => void)[] = []
  const transport: ReturnType<typeof grafana> = {
    ...inner,
    list: async (input, options) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return inner.list(input, options)
    },
  }
  const letGo = async () => {
    await waitFor(() => expect(waiting).not.toEqual([]))
    await act(async () => waiting.splice(0).forEach((go) => go()))
  }
  return { inner, transport, detour, waiting, letGo }
}
const names = (page: InvitePage | undefined) =>
  page?.invites.map(({ email }: Invite) => email?.split('@')[0]).toSorted()

describe('a list of what returns everything', () => {
  it('shows a search, a filter and a page before they are answered, and then the answer', async () => {
    const { inner, transport, letGo } = await held()
    let input: ListInvitesInput = { pageSize: 2 }
    const { result, rerender } = renderHookWith(() => useInvites(transport, input))
    await letGo()
    await waitFor(() => expect(result.current.data?.invites).toHaveLength(2))
    expect(result.current.isPlaceholderData).toBe(false)

    await inner.create({ ...grafanaAna, email: 'alma@acme.test' })
    input = { pageSize: 2, search: 'al' }
    rerender()
    expect(result.current.isPlaceholderData).toBe(true)
    expect(names(result.current.data)).toEqual(['alan'])
    await letGo()
    await waitFor(() => expect(names(result.current.data)).toEqual(['alan', 'alma']))
    expect(result.current.isPlaceholderData).toBe(false)

    input = { pageSize: 2, cursor: '2' }
    rerender()
    expect(names(result.current.data)).toHaveLength(2)
    input = { pageSize: 2, search: 'nobody' }
    rerender()
    expect(result.current.data).toMatchObject({ invites: [], total: 0 })
  })

  it('does not bring back whom a write took away', async () => {
    const { inner, transport, letGo } = await held()
    let input: ListInvitesInput = {}
    const { result, rerender } = renderHookWith(() => ({
      list: useInvites(transport, input),
      revoke: useRevokeInvite(inner),
    }))
    await letGo()
    await waitFor(() => expect(result.current.list.data?.invites).toHaveLength(4))
    const alan = result.current.list.data?.invites.find(({ email }) => email?.startsWith('alan'))
    await act(() => result.current.revoke.mutateAsync({ id: alan?.id ?? '' }))
    await waitFor(() => expect(names(result.current.list.data)).toEqual(['cleo', 'grace', 'hedy']))

    input = { search: 'al' }
    rerender()
    // Of a list that was changed here nothing is guessed: the rows stay until the answer is there.
    expect(names(result.current.list.data)).toEqual(['cleo', 'grace', 'hedy'])
    await letGo()
    await waitFor(() => expect(names(result.current.list.data)).toEqual([]))
  })

  it('still knows everything after it was read again without a change', async () => {
    const { transport, letGo } = await held()
    let input: ListInvitesInput = {}
    const { result, rerender } = renderHookWith(() => useInvites(transport, input))
    await letGo()
    await waitFor(() => expect(result.current.data?.invites).toHaveLength(4))
    const before = result.current.data
    act(() => void result.current.refetch())
    await letGo()
    await waitFor(() => expect(result.current.isFetching).toBe(false))
    expect(result.current.data).toBe(before)
    input = { search: 'grace' }
    rerender()
    expect(names(result.current.data)).toEqual(['grace'])
  })
})
