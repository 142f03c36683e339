import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { InviteFormProps } from '../../src/components/InviteForm.tsx'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import { InviteError, type InviteErrorOptions, type InviteErrorCode } from '../../src/error.ts'
import type { InviteOperations, InviteTransport } from '../../src/transport.ts'
import { memory } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'

const field = () => screen.getByLabelText('E-mail addresses')
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const status = () => screen.getByRole('status')
const left = () =>
  screen
    .queryAllByRole('button', { name: /^Remove .*@/ })
    .map((one) => one.getAttribute('aria-label')?.replace(/^Remove (.*)@.*/, '$1'))
const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${index}@example.com`).join(' ')

type Create = InviteOperations['create']
const refuse = (code: InviteErrorCode, options: InviteErrorOptions = { outcome: 'not_sent' }) =>
  Promise.reject(new InviteError(code, options))
const mailed = () => Promise.resolve({ delivery: 'mailed' as const })
const nameOf = (input: { email: string }) => input.email.split('@')[0]

function show(create: Create, props: Partial<InviteFormProps> = {}) {
  const spy = vi.fn(create)
  const transport: InviteTransport<'create'> = { key: 'test', create: spy }
  const view = renderWith(<InviteForm transport={transport} {...props} />)
  return { ...view, create: spy, user: userEvent.setup() }
}

async function send(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.click(field())
  await user.paste(text)
  await user.click(button(/^Send/))
}
const keys = (create: { mock: { calls: Parameters<Create>[] } }) =>
  create.mock.calls.map(([, options]) => options?.key)

afterEach(() => vi.useRealTimers())

describe('a sending', () => {
  it('tells how far it is, and stops at a press: what is under way ends, the rest stays', async () => {
    const waiting: (() => void)[] = []
    const { user, create } = show(
      () => new Promise((resolve) => waiting.push(() => resolve({ delivery: 'mailed' }))),
    )
    await send(user, addresses(10))
    expect(await screen.findByText('0 of 10')).toBeVisible()
    await act(async () => waiting.shift()?.())
    expect(await screen.findByText('1 of 10')).toBeVisible()
    await user.click(button('Stop'))
    expect(button('Stopping…')).toHaveAttribute('aria-disabled', 'true')
    await act(async () => waiting.splice(0).forEach((end) => end()))
    await waitFor(() => expect(status()).toHaveTextContent('5 invitations sent. 5 were not sent.'))
    expect(create).toHaveBeenCalledTimes(5)
    expect(left()).toEqual(['p5', 'p6', 'p7', 'p8', 'p9'])
    expect(screen.getByRole('list', { name: 'Recipients, 5' })).toHaveTextContent('Not sent.')
    // Where Stop was, and is no more.
    expect(button(/^Send/)).toHaveFocus()
  })

  it('that is told to wait counts down, goes on by itself, and mails nobody twice', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    let refused = false
    const { create } = show((input) => {
      if (refused || nameOf(input) !== 'p1') return mailed()
      refused = true
      return refuse('rate_limited', { outcome: 'not_sent', retryAfter: 30_000 })
    })
    const user = userEvent.setup({ advanceTimers: (time) => vi.advanceTimersByTime(time) })
    await send(user, addresses(3))
    expect(await screen.findByText(/It goes on in (29|30) s/)).toBeVisible()
    expect(status()).toHaveTextContent('')
    await act(() => vi.advanceTimersByTimeAsync(31_000))
    await waitFor(() => expect(status()).toHaveTextContent('3 invitations sent.'))
    const [first, again] = create.mock.calls.filter(([input]) => nameOf(input) === 'p1')
    expect(again?.[1]?.key).toBe(first?.[1]?.key)
    expect(create).toHaveBeenCalledTimes(4)
  })

  it('that is told to wait without a time stops, and keeps who was not reached', async () => {
    const { user } = show(() => refuse('rate_limited'))
    await send(user, addresses(6))
    await waitFor(() => expect(status()).toHaveTextContent('6 were not sent.'))
    expect(left()).toHaveLength(6)
    expect(button('Try 6 again')).toBeVisible()
  })

  it('whose session ends waits for the sign-in of the app, and goes on', async () => {
    let signedIn = false
    const onUnauthenticated = vi.fn(async () => {
      await screen.findByText('Sign in again, and it goes on.')
      signedIn = true
    })
    const { user } = show(
      (input) => (signedIn || nameOf(input) === 'p0' ? mailed() : refuse('unauthenticated')),
      {
        onUnauthenticated,
      },
    )
    await send(user, addresses(5))
    await waitFor(() => expect(status()).toHaveTextContent('5 invitations sent.'))
    expect(onUnauthenticated).toHaveBeenCalledOnce()
  })

  it('is asked of the app before, which may change it, or call it off', async () => {
    const onBeforeSend = vi.fn<NonNullable<InviteFormProps['onBeforeSend']>>(() => false)
    const { user, create, rerender } = show(mailed, {
      onBeforeSend,
      children: <input name="cost" aria-label="Cost centre" />,
    })
    await user.type(screen.getByLabelText('Cost centre'), '4711')
    await send(user, 'ada@example.com')
    expect(onBeforeSend.mock.calls[0]?.[1].get('cost')).toBe('4711')
    expect(create).not.toHaveBeenCalled()
    expect(left()).toEqual(['ada'])
    rerender(
      <InviteForm
        transport={{ key: 'test', create }}
        onBeforeSend={(inputs) => Promise.resolve(inputs.map((one) => ({ ...one, role: 'guest' })))}
      />,
    )
    await user.click(button('Send invitation'))
    await waitFor(() => expect(create).toHaveBeenCalledOnce())
    expect(create.mock.calls[0]?.[0]).toEqual({ email: 'ada@example.com', role: 'guest' })
  })

  it('asks the app once, however often it is pressed until it answers', async () => {
    let answer = () => {}
    const onBeforeSend = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)))
    const { user, create } = show(mailed, { onBeforeSend })
    await send(user, 'ada@example.com')
    await user.dblClick(button(/^Send/))
    expect(onBeforeSend).toHaveBeenCalledOnce()
    answer()
    await waitFor(() => expect(status()).toHaveTextContent('1 invitation sent.'))
    expect(create).toHaveBeenCalledOnce()
  })

  it('loses nothing when the app’s own code fails before it', async () => {
    const { user, create } = show(mailed, {
      onBeforeSend: () => Promise.reject(new Error('a bug')),
    })
    await send(user, 'ada@example.com')
    await waitFor(() => expect(status()).toHaveTextContent('Something went wrong.'))
    expect(create).not.toHaveBeenCalled()
    expect(left()).toEqual(['ada'])
  })

  it('loses nothing either when that happens on the second try', async () => {
    let fails = false
    const { user, create } = show(() => refuse('unavailable'), {
      onBeforeSend: () => (fails ? Promise.reject(new Error('a bug')) : undefined),
    })
    await send(user, 'ada@example.com')
    await screen.findByRole('button', { name: 'Try 1 again' })
    fails = true
    await user.click(button('Try 1 again'))
    await waitFor(() => expect(status()).toHaveTextContent('Something went wrong.'))
    expect(create).toHaveBeenCalledOnce()
    expect(left()).toEqual(['ada'])
  })

  it('goes on when the form goes away, and leaves nothing behind', async () => {
    const onSent = vi.fn()
    const waiting: (() => void)[] = []
    const { user, create, unmount } = show(
      () => new Promise((resolve) => waiting.push(() => resolve({ delivery: 'mailed' }))),
      { onSent },
    )
    await send(user, addresses(6))
    await waitFor(() => expect(create).toHaveBeenCalled())
    unmount()
    while (create.mock.calls.length < 6) await act(async () => waiting.shift()?.())
    await act(async () => waiting.splice(0).forEach((end) => end()))
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce())
    expect(onSent.mock.calls[0]?.[0]).toHaveLength(6)
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('tells of each outcome once, and of all at the end', async () => {
    const [onOutcome, onSent] = [vi.fn(), vi.fn()]
    const { user } = show((input) => (nameOf(input) === 'p2' ? refuse('forbidden') : mailed()), {
      onOutcome,
      onSent,
    })
    await send(user, addresses(4))
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce())
    expect(onOutcome).toHaveBeenCalledTimes(4)
    expect(onSent.mock.calls[0]?.[0]).toHaveLength(4)
  })
})

describe('what failed', () => {
  it('is tried again with the same key, and alone', async () => {
    let broken = true
    const { user, create } = show((input) =>
      broken && nameOf(input) === 'p1' ? refuse('unavailable') : mailed(),
    )
    await send(user, addresses(2))
    await waitFor(() => expect(left()).toEqual(['p1']))
    broken = false
    await user.click(button('Try 1 again'))
    await waitFor(() => expect(status()).toHaveTextContent('1 invitation sent.'))
    expect(button(/^Send/)).toHaveFocus()
    const [, first, second] = keys(create)
    expect(create).toHaveBeenCalledTimes(3)
    expect(second).toBe(first)
  })

  it('with a lost answer is not sent again by itself, nor by Send, only by a press that says so', async () => {
    let broken = true
    const { user, create } = show(() =>
      broken ? refuse('timeout', { outcome: 'unknown' }) : mailed(),
    )
    await send(user, 'ada@example.com')
    await waitFor(() => expect(status()).toHaveTextContent('Of 1 it is not known.'))
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull()
    await user.click(button('Send invitations'))
    expect(screen.getByRole('alert')).toHaveTextContent('is not known')
    expect(create).toHaveBeenCalledOnce()
    broken = false
    await user.click(button('Send 1 again anyway'))
    await waitFor(() => expect(status()).toHaveTextContent('1 invitation sent.'))
    expect(button(/^Send/)).toHaveFocus()
    const [first, second] = keys(create)
    expect(second).not.toBe(first)
  })

  it('with a lost answer is looked up where the provider can list: it was invited after all', async () => {
    const inner = memory()
    const transport = {
      key: inner.key,
      list: inner.list,
      create: vi.fn<Create>(async (input) => {
        await inner.create(input)
        return refuse('network', { outcome: 'unknown' })
      }),
    }
    renderWith(<InviteForm transport={transport} />)
    await send(userEvent.setup(), 'ada@example.com')
    await waitFor(() => expect(status()).toHaveTextContent('1 invitation sent.'))
    expect(transport.create).toHaveBeenCalledOnce()
    expect(left()).toEqual([])
  })

  it('because somebody is there already is no failure to try again', async () => {
    const { user } = show((input) =>
      refuse(nameOf(input) === 'p0' ? 'already_member' : 'already_invited'),
    )
    await send(user, addresses(2))
    await waitFor(() => expect(status()).toHaveTextContent('2 were not sent.'))
    expect(screen.queryByRole('button', { name: /^Try/ })).toBeNull()
    expect(button('Remove 2 that cannot be sent')).toBeVisible()
  })
})

describe('a reload in the middle', () => {
  const interrupted = () => {
    const first = show((input) =>
      ['p0', 'p1', 'p2'].includes(nameOf(input) ?? '') ? mailed() : new Promise(() => undefined),
    )
    return first
  }

  it('offers to go on, sends only to the others, with the keys that they had', async () => {
    const first = interrupted()
    await send(first.user, addresses(9))
    await screen.findByText('3 of 9')
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/token|https?:/)
    const before = new Map(
      first.create.mock.calls.map(([input, options]) => [input.email, options?.key]),
    )
    first.unmount()

    const { user, create } = show(mailed)
    expect(await screen.findByText('A sending was interrupted: 3 of 9 were done.')).toBeVisible()
    await user.click(button('Continue'))
    await waitFor(() => expect(status()).toHaveTextContent('6 invitations sent.'))
    expect(create.mock.calls.map(([input]) => nameOf(input))).toEqual([
      'p3',
      'p4',
      'p5',
      'p6',
      'p7',
      'p8',
    ])
    expect(create.mock.calls[0]?.[1]?.key).toBe(before.get('p3@example.com'))
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('sends to nobody while it is looked up who was invited already, whatever is pressed', async () => {
    const inner = memory()
    await inner.create({ email: 'p3@example.com' })
    const first = interrupted()
    await send(first.user, addresses(9))
    await screen.findByText('3 of 9')
    first.unmount()

    let read = () => {}
    const create = vi.fn<Create>(mailed)
    const list: InviteOperations['list'] = async (input, options) => {
      await new Promise<void>((resolve) => (read = resolve))
      return inner.list(input, options)
    }
    const transport = { key: 'test', create, list }
    renderWith(<InviteForm transport={transport} />)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    await user.click(button(/^Send/))
    await user.click(button(/^Send/))
    expect(create).not.toHaveBeenCalled()
    // One reading for what is known before sending, one for those who were under way.
    while (create.mock.calls.length === 0) {
      read()
      // oxlint-disable-next-line no-await-in-loop
      await act(() => new Promise((resolve) => void setTimeout(resolve)))
    }
    await waitFor(() => expect(status()).toHaveTextContent('5 invitations sent.'))
    expect(create.mock.calls.map(([input]) => nameOf(input))).not.toContain('p3')
  })

  it('is still offered after another sending, and after a reload in the middle of that', async () => {
    const first = interrupted()
    await send(first.user, addresses(9))
    await screen.findByText('3 of 9')
    first.unmount()

    const second = show(mailed)
    await screen.findByText('A sending was interrupted: 3 of 9 were done.')
    await send(second.user, 'ada@example.com p3@example.com')
    await waitFor(() => expect(status()).toHaveTextContent('2 invitations sent.'))
    expect(screen.getByText('A sending was interrupted: 4 of 9 were done.')).toBeVisible()
    await send(second.user, 'grace@example.com')
    await waitFor(() => expect(status()).toHaveTextContent('1 invitation sent.'))
    second.unmount()

    const third = show(() => new Promise(() => undefined))
    await screen.findByText('A sending was interrupted: 4 of 9 were done.')
    await send(third.user, 'alan@example.com')
    await waitFor(() => expect(third.create).toHaveBeenCalled())
    third.unmount()

    const { user, create } = show(mailed)
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(status()).toHaveTextContent('6 invitations sent.'))
    expect(create.mock.calls.map(([input]) => nameOf(input))).toEqual([
      'alan',
      'p4',
      'p5',
      'p6',
      'p7',
      'p8',
    ])
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('is forgotten at a press', async () => {
    const first = interrupted()
    await send(first.user, addresses(9))
    await screen.findByText('3 of 9')
    first.unmount()
    const { user, create } = show(mailed)
    await user.click(await screen.findByRole('button', { name: 'Forget it' }))
    expect(screen.queryByText(/was interrupted/)).toBeNull()
    expect(create).not.toHaveBeenCalled()
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('breaks nothing where the browser keeps nothing', async () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const { user } = show(mailed)
    await send(user, addresses(2))
    await waitFor(() => expect(status()).toHaveTextContent('2 invitations sent.'))
    full.mockRestore()
  })
})

describe('results', () => {
  it('stand by reason, with counts, and what wants something first', async () => {
    const { user } = show((input) => {
      const name = nameOf(input)
      if (name === 'p0' || name === 'p1') return refuse('forbidden')
      if (name === 'p2')
        return Promise.resolve({ delivery: 'stored', url: 'https://app.example.com/i/p2' })
      return mailed()
    })
    await send(user, addresses(6))
    await screen.findByRole('button', { name: 'Download results' })
    const groups = [...document.querySelectorAll('summary')].map(({ textContent }) => textContent)
    expect(groups).toEqual([
      '2 You are not allowed to do this. Ask an administrator.',
      '1 Invited, but no e-mail was sent. Hand over the link.',
      '3 Invited',
    ])
    await user.click(button('Copy link for p2@example.com'))
    expect(await navigator.clipboard.readText()).toBe('https://app.example.com/i/p2')
    expect(document.body.innerHTML).not.toContain('/i/p2')
  })

  it('say so where the browser does not let anything be copied', async () => {
    const { user } = show(() =>
      Promise.resolve({ delivery: 'stored', url: 'https://app.example.com/i/ada' }),
    )
    await send(user, 'ada@example.com')
    const denied = vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    await user.click(await screen.findByRole('button', { name: 'Copy link for ada@example.com' }))
    await waitFor(() => expect(status()).toHaveTextContent('The browser did not allow to copy.'))
    denied.mockRestore()
  })

  it('are downloaded without a formula in them', async () => {
    const blobs: Blob[] = []
    // jsdom has no such URLs.
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => undefined,
    })
    const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
    const { user } = show(mailed)
    await send(user, '-ada@example.com +alan@example.com')
    await user.click(await screen.findByRole('button', { name: 'Download results' }))
    expect(follow).toHaveBeenCalledOnce()
    const text = (await blobs[0]?.text()) ?? ''
    expect(text).toContain(`"'-ada@example.com"`)
    expect(text).toContain(`"'+alan@example.com"`)
    follow.mockRestore()
  })
})
