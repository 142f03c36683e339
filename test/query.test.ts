import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { acceptInviteMutationOptions } from '../src/answerMutations.js'
import { inviteLink } from '../src/input/token.js'
import { inviteKeys } from '../src/inviteKeys.js'
import {
  resendInviteMutationOptions,
  revokeInviteMutationOptions,
  sendInvitesMutationOptions,
} from '../src/mutations.js'
import { listInvitesOptions, lookupInviteOptions } from '../src/query.js'
import type { InvitePage, ListInvitesInput } from '../src/schema.js'
import type { InviteOperation, InviteTransport } from '../src/transport.js'
import { memory, type MemoryOptions } from '../src/transports/index.js'

let count = 0
const ids = () => {
  count = (count * 31 + 7) % 1_000_003
  return count / 1_000_003
}

/** A list that is looked at, over a transport whose calls are counted. */
async function watched(options: MemoryOptions = {}, input: ListInvitesInput = {}) {
  const inner = memory({ random: ids, ...options })
  const list = vi.fn(inner.list)
  const transport: InviteTransport<InviteOperation> = { ...inner, list }
  const client = new QueryClient()
  const observer = new QueryObserver(client, listInvitesOptions(transport, input))
  observer.subscribe(() => undefined)
  await vi.waitFor(() => expect(observer.getCurrentResult().isSuccess).toBe(true))
  const emails = () => observer.getCurrentResult().data?.invites.map(({ email }) => email)
  const idOf = (email: string) =>
    observer.getCurrentResult().data?.invites.find((invite) => invite.email === email)?.id ?? ''
  return { transport, list, client, observer, emails, idOf }
}

const person = (name: string) => ({
  id: name,
  token: `secret-${name}`,
  email: `${name}@example.com`,
  status: 'pending' as const,
  createdAt: '2026-03-01T10:00:00.000Z',
})

describe('after a write', () => {
  it('puts what was sent on top of the list without reading it again', async () => {
    const { transport, client, list, emails } = await watched({ seed: [person('ada')] })
    await new MutationObserver(client, sendInvitesMutationOptions(transport)).mutate({
      inputs: [{ email: 'alan@example.com' }, { email: 'grace@example.com' }],
    })
    expect(emails()).toEqual(['grace@example.com', 'alan@example.com', 'ada@example.com'])
    expect(list).toHaveBeenCalledTimes(1)
  })

  it('reads the list once where the answers have no row, however many were sent', async () => {
    const { transport, client, list } = await watched()
    const silent = {
      ...transport,
      createMany: undefined,
      create: async (input: { email: string }) => {
        await transport.create(input)
        return { email: input.email, delivery: 'mailed' as const }
      },
    }
    const { createMany: _createMany, ...single } = silent
    await new MutationObserver(client, sendInvitesMutationOptions(single)).mutate({
      inputs: [{ email: 'a@example.com' }, { email: 'b@example.com' }, { email: 'c@example.com' }],
    })
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2))
    await vi.waitFor(() => expect(client.isFetching()).toBe(0))
    expect(list).toHaveBeenCalledTimes(2)
  })

  it('reads a list that is searched or filtered, since it cannot tell what belongs there', async () => {
    const { transport, client, list } = await watched({}, { search: 'ada' })
    await new MutationObserver(client, sendInvitesMutationOptions(transport)).mutate({
      inputs: [{ email: 'ada@example.com' }],
    })
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2))
  })

  it('takes a revoked row out without reading', async () => {
    const { transport, client, list, emails } = await watched({
      seed: [person('ada'), person('alan')],
    })
    await new MutationObserver(client, revokeInviteMutationOptions(transport)).mutate({ id: 'ada' })
    expect(emails()).toEqual(['alan@example.com'])
    expect(list).toHaveBeenCalledTimes(1)
  })

  it('fills a page up by reading where others follow it', async () => {
    const { transport, client, list, emails } = await watched(
      { seed: [person('ada'), person('alan'), person('grace')] },
      { pageSize: 2 },
    )
    await new MutationObserver(client, revokeInviteMutationOptions(transport)).mutate({ id: 'ada' })
    await vi.waitFor(() => expect(emails()).toEqual(['alan@example.com', 'grace@example.com']))
    expect(list).toHaveBeenCalledTimes(2)
  })

  it.each(['not_found', 'expired', 'revoked'] as const)(
    'takes a revoke refused with %s for done',
    async (code) => {
      const { transport, client } = await watched({
        seed: [person('ada')],
        faults: { revoke: code },
      })
      await expect(
        new MutationObserver(client, revokeInviteMutationOptions(transport)).mutate({ id: 'ada' }),
      ).resolves.toBeUndefined()
    },
  )

  it('replaces a row that was sent again, also under another id', async () => {
    const { transport, client, observer, list } = await watched({ seed: [person('ada')] })
    const renewing: InviteTransport<'resend'> = {
      key: transport.key,
      resend: () =>
        Promise.resolve({ delivery: 'mailed', invite: { ...person('ada'), id: 'other' } }),
    }
    await new MutationObserver(client, resendInviteMutationOptions(renewing)).mutate({ id: 'ada' })
    expect(observer.getCurrentResult().data?.invites).toMatchObject([{ id: 'other' }])
    expect(list).toHaveBeenCalledTimes(1)
  })

  it('reads again after a resend of what somebody else took away', async () => {
    const { transport, client, list } = await watched({
      seed: [person('ada')],
      faults: { resend: 'not_found' },
    })
    await expect(
      new MutationObserver(client, resendInviteMutationOptions(transport)).mutate({ id: 'ada' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2))
  })

  it('drops a read that began before the write', async () => {
    const { transport, client, observer, emails, list } = await watched({
      seed: [person('ada'), person('alan')],
    })
    const old = observer.getCurrentResult().data as InvitePage
    let answer: (page: InvitePage) => void = () => undefined
    list.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    void observer.refetch()
    await new MutationObserver(client, revokeInviteMutationOptions(transport)).mutate({ id: 'ada' })
    answer(old)
    await vi.waitFor(() => expect(client.isFetching()).toBe(0))
    expect(emails()).toEqual(['alan@example.com'])
  })
})

describe('keys', () => {
  it('hold neither token nor address', () => {
    const transport = memory()
    const link = inviteLink({ token: 'a-secret', email: 'ada@example.com' })
    expect(JSON.stringify(lookupInviteOptions(transport, link).queryKey)).not.toMatch(/secret|ada/)
    expect(lookupInviteOptions(transport, inviteLink({ token: 'a-secret' })).queryKey).toEqual(
      inviteKeys.lookup(transport, link),
    )
  })

  it('of two scopes share nothing', () => {
    expect(inviteKeys.lists(memory({ key: 'a' }))).not.toEqual(
      inviteKeys.lists(memory({ key: 'b' })),
    )
  })

  it('and the mutation cache keep no token and no password of an acceptance', async () => {
    const transport = memory({ seed: [person('ada')] })
    const client = new QueryClient()
    await new MutationObserver(client, acceptInviteMutationOptions(transport)).mutate(() => ({
      token: 'secret-ada',
      password: 'hunter2-canary',
    }))
    const kept = client
      .getMutationCache()
      .getAll()
      .map(({ state }) => state)
    expect(JSON.stringify(kept)).not.toMatch(/secret-ada|canary/)
  })
})
