import { act, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { InviteError, type InviteErrorCode } from '../../src/error.ts'
import { useAcceptInvite, type AcceptInviteOptions } from '../../src/hooks/useAcceptInvite.ts'
import { inviteLink } from '../../src/input/token.ts'
import type { InviteOperations, InviteTransport } from '../../src/transport.ts'
import type { MemoryOptions } from '../../src/transports/index.ts'
import { ada, link, world } from '../acceptSetUp.ts'
import { renderHookWith } from '../render.tsx'

function opened(
  options: MemoryOptions = {},
  hook: AcceptInviteOptions = {},
  replaced: Partial<InviteOperations> = {},
) {
  const transport = { ...world(options), ...replaced }
  return renderHookWith(() => useAcceptInvite(transport, link, hook))
}

type Opened = ReturnType<typeof opened>
const state = ({ result }: Opened) => result.current
const expectStatus = (page: Opened, status: string) =>
  waitFor(() => expect(state(page).status).toBe(status))
async function press(page: Opened, answer: 'accept' | 'decline' = 'accept') {
  await expectStatus(page, 'ready')
  const now = state(page)
  act(() => {
    if ('accept' in now) now[answer]?.()
  })
}

describe('useAcceptInvite', () => {
  it('reads the invite and writes nothing by itself', async () => {
    const accept = vi.fn()
    const page = opened({ organization: 'Acme' }, {}, { accept })
    expect(state(page).status).toBe('loading')
    await expectStatus(page, 'ready')
    expect(state(page).preview).toMatchObject({ email: 'ada@example.com', organization: 'Acme' })
    page.rerender()
    expect(accept).not.toHaveBeenCalled()
  })

  it('accepts on a press, once for several', async () => {
    const accept = vi.fn(() => Promise.resolve({ status: 'accepted' as const, url: '/home' }))
    const onAccepted = vi.fn()
    const page = opened({}, { onAccepted }, { accept })
    await expectStatus(page, 'ready')
    const now = state(page)
    act(() => {
      if (!('accept' in now)) return
      now.accept()
      now.accept()
      now.decline?.()
    })
    await expectStatus(page, 'accepted')
    expect(accept).toHaveBeenCalledOnce()
    expect(onAccepted).toHaveBeenCalledExactlyOnceWith({ url: '/home' })
  })

  it('takes the address from the invite, whatever the link or the form says', async () => {
    const accept = vi.fn<InviteOperations['accept']>(() => Promise.resolve({ status: 'accepted' }))
    const transport = { ...world(), accept }
    const forged = inviteLink({ token: ada.token, email: 'mallory@example.com' })
    const page = renderHookWith(() => useAcceptInvite(transport, forged))
    await waitFor(() => expect(page.result.current.status).toBe('ready'))
    act(() => {
      const now = page.result.current
      if ('accept' in now)
        now.accept({ email: 'mallory@example.com', name: 'Ada' } as { name: string })
    })
    await waitFor(() => expect(accept).toHaveBeenCalledOnce())
    expect(accept.mock.calls[0]?.[0]).toEqual({
      token: ada.token,
      email: 'ada@example.com',
      name: 'Ada',
    })
  })

  it('declines on a press', async () => {
    const page = opened()
    await press(page, 'decline')
    await expectStatus(page, 'declined')
  })

  it('has no decline where the transport has none', async () => {
    const { decline: _decline, ...transport } = world()
    const page = renderHookWith(() => useAcceptInvite(transport, link))
    await waitFor(() =>
      expect(page.result.current).toMatchObject({ status: 'ready', decline: undefined }),
    )
  })

  it('is ready without a read, knowing nothing, where the transport cannot look up', async () => {
    const transport: InviteTransport<'accept'> = {
      key: 'blind',
      accept: () => Promise.resolve({ status: 'accepted' }),
    }
    const page = renderHookWith(() => useAcceptInvite(transport, link))
    await waitFor(() =>
      expect(page.result.current).toMatchObject({ status: 'ready', preview: undefined }),
    )
  })

  it('navigates where the provider goes on by navigation', async () => {
    const onContinue = vi.fn()
    const accept = () =>
      Promise.resolve({ status: 'continue' as const, url: 'https://provider.example/verify' })
    const page = opened({}, { onContinue }, { accept })
    await press(page)
    await expectStatus(page, 'continuing')
    expect(onContinue).toHaveBeenCalledExactlyOnceWith('https://provider.example/verify')
  })

  it.each<[InviteErrorCode, string]>([
    ['unauthenticated', 'unauthenticated'],
    ['wrong_account', 'wrong_account'],
    ['email_unverified', 'email_unverified'],
    ['expired', 'expired'],
    ['revoked', 'revoked'],
    ['already_accepted', 'already_accepted'],
    ['already_member', 'already_accepted'],
    ['not_found', 'not_found'],
    ['forbidden', 'forbidden'],
    ['limit_reached', 'limit_reached'],
  ])('%s ends it in %s, on reading and on pressing alike', async (code, status) => {
    await expectStatus(opened({ faults: { lookup: code } }), status)
    const page = opened({ faults: { accept: code } })
    await press(page)
    await expectStatus(page, status)
  })

  it.each<[InviteErrorCode, string]>([
    ['rate_limited', 'rate_limited'],
    ['offline', 'offline'],
    ['network', 'failed'],
    ['invalid_response', 'failed'],
    ['config', 'failed'],
  ])(
    '%s on reading is %s, and can be tried again',
    async (code, status) => {
      // The shortest waits that the retry rule knows.
      vi.spyOn(Math, 'random').mockReturnValue(0)
      let fault: InviteErrorCode | undefined = code
      const page = opened({ faults: { lookup: () => fault } })
      await waitFor(() => expect(state(page).status).toBe(status), { timeout: 5000 })
      fault = undefined
      act(() => {
        const now = state(page)
        if ('retry' in now) now.retry()
      })
      await expectStatus(page, 'ready')
    },
    20_000,
  )

  it('takes a token that is refused as such for a link that is no longer valid', async () => {
    await expectStatus(opened({ faults: { lookup: 'invalid_input' } }), 'not_found')
  })

  it.each<InviteErrorCode>([
    'network',
    'timeout',
    'unavailable',
    'rate_limited',
    'offline',
    'invalid_input',
  ])('%s on pressing keeps the page, with the error', async (code) => {
    const page = opened({ faults: { accept: code } })
    await press(page)
    await waitFor(() => expect(state(page)).toMatchObject({ status: 'ready', error: { code } }))
  })

  it.each([
    ['expired', 'expired'],
    ['revoked', 'revoked'],
    ['accepted', 'already_accepted'],
    ['declined', 'declined'],
  ] as const)('an invite that is %s is %s', async (status, shown) => {
    await expectStatus(opened({ seed: [{ ...ada, status }] }), shown)
  })

  it('knows the wrong account by the address, without regard to case', async () => {
    await expectStatus(opened({}, { viewer: { email: 'mallory@example.com' } }), 'wrong_account')
    await expectStatus(opened({}, { viewer: { email: 'ADA@Example.com' } }), 'ready')
  })

  it('asks the transport who is signed in, unless the app says so', async () => {
    await expectStatus(opened({ viewer: { email: 'mallory@example.com' } }), 'wrong_account')
    await expectStatus(
      opened({ viewer: { email: 'mallory@example.com' } }, { viewer: null }),
      'ready',
    )
  })

  it('leaves no token in the caches', async () => {
    const page = opened()
    await press(page)
    await expectStatus(page, 'accepted')
    const queries = page.client.getQueryCache().getAll()
    const mutations = page.client.getMutationCache().getAll()
    expect(
      JSON.stringify([
        queries.map(({ queryKey, state: kept }) => [queryKey, kept]),
        mutations.map(({ state: kept }) => kept),
      ]),
    ).not.toContain('canary')
  })

  it('takes an error of a foreign transport for unknown', async () => {
    const page = opened({}, {}, { accept: () => Promise.reject(new Error('canary')) })
    await press(page)
    await waitFor(() =>
      expect(state(page)).toMatchObject({ status: 'ready', error: { code: 'unknown' } }),
    )
    const now = state(page)
    expect('error' in now && now.error instanceof InviteError).toBe(true)
  })
})
