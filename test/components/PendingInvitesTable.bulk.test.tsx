import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { PendingInvitesTableProps } from '../../src/components/PendingInvitesTable.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { memory, type MemoryOptions } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'
import { many, person, roles } from './people.ts'

function show(options: MemoryOptions, props: Partial<PendingInvitesTableProps> = {}) {
  const inner = memory({ roles, ...options })
  const transport = {
    ...inner,
    list: vi.fn(inner.list),
    resend: vi.fn(inner.resend),
    revoke: vi.fn(inner.revoke),
  }
  renderWith(<PendingInvitesTable transport={transport} {...props} />)
  return { transport, user: userEvent.setup() }
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
/** What comes after the rows is there. */
const ready = () => screen.findByRole('button', { name: 'Refresh' })
const status = () => screen.getByRole('status')
const bar = () => within(screen.getByRole('group', { name: 'Actions' }))

describe('many at once', () => {
  it('are selected row by row, by page, and all that match', async () => {
    const { user } = show({ seed: many(30) }, { defaultView: { pageSize: 10 } })
    await ready()
    await user.click(screen.getByLabelText('Select p3@example.com'))
    await screen.findByRole('group', { name: 'Actions' })
    expect(bar().getByText('1 selected')).toBeVisible()
    expect(screen.getByLabelText('Select all on this page')).toBePartiallyChecked()
    await user.click(screen.getByLabelText('Select all on this page'))
    expect(bar().getByText('10 selected')).toBeVisible()
    await user.click(button('Select all 30 that match'))
    expect(bar().getByText('All that match are selected')).toBeVisible()
    await user.click(button('Clear selection'))
    expect(screen.queryByText(/selected/)).toBeNull()
  })

  it('are revoked after a question, on other pages too, and the list is not read for each', async () => {
    const { user, transport } = show({ seed: many(30) }, { defaultView: { pageSize: 10 } })
    await ready()
    await user.click(screen.getByLabelText('Select all on this page'))
    await user.click(button('Select all 30 that match'))
    transport.list.mockClear()
    await user.click(bar().getByRole('button', { name: 'Revoke' }))
    const question = await screen.findByRole('alertdialog', { name: 'Revoke 30 invitations?' })
    expect(transport.revoke).not.toHaveBeenCalled()
    await user.click(within(question).getByRole('button', { name: 'Revoke' }))
    await waitFor(() => expect(status()).toHaveTextContent('30 were withdrawn.'))
    expect(transport.revoke).toHaveBeenCalledTimes(30)
    expect(await screen.findByText('No pending invitations')).toBeVisible()
    // Once to know who matches, and at the end once for each page that was shown, though thirty were withdrawn.
    expect(transport.list.mock.calls.length).toBeLessThanOrEqual(3)
  })

  it('tell who failed, in the row, and only they are tried again', async () => {
    let refuse = true
    const { user, transport } = show({
      seed: many(4),
      faults: {
        resend: (input) =>
          refuse && (input as { id: string }).id === 'secret-p2' ? 'forbidden' : undefined,
      },
    })
    await ready()
    await user.click(screen.getByLabelText('Select all on this page'))
    await user.click(bar().getByRole('button', { name: 'Resend' }))
    await waitFor(() => expect(status()).toHaveTextContent('3 were sent again. 1 failed.'))
    // Each of them has a rest now, but not the one that nobody mailed.
    await waitFor(() => expect(screen.getAllByText(/^Resend in \d+ s$/)).toHaveLength(3))
    expect(screen.getByRole('row', { name: /p2@/ })).toHaveTextContent('You are not allowed')
    refuse = false
    transport.resend.mockClear()
    await user.click(button('Try 1 again'))
    await waitFor(() => expect(status()).toHaveTextContent('1 was sent again.'))
    expect(transport.resend).toHaveBeenCalledOnce()
  })

  it('are withdrawn though an answer was lost: who is still in the list is withdrawn once more', async () => {
    const lost = new Set(['secret-p1'])
    const { user, transport } = show({
      seed: many(3),
      faults: {
        revoke: (input) => (lost.delete((input as { id: string }).id) ? 'unavailable' : undefined),
      },
    })
    await ready()
    await user.click(screen.getByLabelText('Select all on this page'))
    await user.click(bar().getByRole('button', { name: 'Revoke' }))
    const question = await screen.findByRole('alertdialog', { name: 'Revoke 3 invitations?' })
    await user.click(within(question).getByRole('button', { name: 'Revoke' }))
    await waitFor(() => expect(status()).toHaveTextContent('3 were withdrawn.'))
    expect(transport.revoke).toHaveBeenCalledTimes(4)
  })

  it('are stopped by a press: what is under way ends, nobody else is begun', async () => {
    const { user, transport } = show({ seed: many(20) })
    const waiting: (() => void)[] = []
    transport.resend.mockImplementation(
      () =>
        new Promise((resolve) => {
          waiting.push(() => resolve({ delivery: 'mailed' }))
        }),
    )
    await ready()
    await user.click(screen.getByLabelText('Select all on this page'))
    await user.click(bar().getByRole('button', { name: 'Resend' }))
    await screen.findByText('0 of 20')
    await user.click(button('Stop'))
    for (const end of waiting) end()
    await waitFor(() => expect(status()).toHaveTextContent(/were sent again. 16 failed./))
    expect(transport.resend).toHaveBeenCalledTimes(4)
  })

  it('leave out those whom this person may not touch', async () => {
    const { user, transport } = show(
      { seed: many(3) },
      { allow: (_, { email }) => email === 'p1@example.com' || 'Not yours.' },
    )
    await ready()
    expect(screen.getAllByText('Not yours.')).toHaveLength(2)
    await user.click(button('Resend invitation to p0@example.com'))
    expect(transport.resend).not.toHaveBeenCalled()
    await user.click(screen.getByLabelText('Select all on this page'))
    await user.click(bar().getByRole('button', { name: 'Resend' }))
    await waitFor(() => expect(status()).toHaveTextContent('1 was sent again.'))
    expect(transport.resend.mock.calls[0]?.[0]).toEqual({ id: 'secret-p1' })
  })

  it('are exported as they are filtered, and no cell is a formula', async () => {
    const { user } = show({
      seed: [person('ada', { invitedBy: '=HYPERLINK("https://evil.example")' }), person('bob')],
    })
    await ready()
    await user.type(screen.getByRole('searchbox'), 'ada')
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(1))
    const blobs: Blob[] = []
    // jsdom has no such URLs.
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
      revokeObjectURL: () => undefined,
    })
    const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
    await user.click(button('Export CSV'))
    await waitFor(() => expect(follow).toHaveBeenCalledOnce())
    const text = await blobs[0]?.text()
    expect(text).toContain('"ada@example.com"')
    expect(text).not.toContain('bob@')
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
    follow.mockRestore()
  })
})

describe('one of them', () => {
  const open = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
    await user.click(await screen.findByRole('button', { name: `Actions for ${name}@example.com` }))
    await user.click(await screen.findByRole('menuitem', { name: 'Details' }))
    return within(await screen.findByRole('dialog', { name: 'Invitation' }))
  }

  it('is not mailed again within a minute, also after a reload', async () => {
    const first = show({ key: 'cool', seed: [person('ada')] })
    await first.user.click(
      await screen.findByRole('button', { name: 'Resend invitation to ada@example.com' }),
    )
    const waits = await screen.findByRole('button', { name: /^Resend in \d+ s$/ })
    await first.user.click(waits)
    expect(first.transport.resend).toHaveBeenCalledOnce()
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/ada|secret/)
    document.body.replaceChildren()
    show({ key: 'cool', seed: [person('ada')] })
    expect(await screen.findByRole('button', { name: /^Resend in \d+ s$/ })).toBeVisible()
  })

  it('is left out, and said so, where many are mailed again a moment later', async () => {
    const { user, transport } = show({ key: 'left-out', seed: many(3) })
    await user.click(
      await screen.findByRole('button', { name: 'Resend invitation to p1@example.com' }),
    )
    await waitFor(() => expect(status()).toHaveTextContent('Sent again to p1@example.com'))
    await user.click(screen.getByLabelText('Select all on this page'))
    await user.click(bar().getByRole('button', { name: 'Resend' }))
    await waitFor(() =>
      expect(status()).toHaveTextContent(
        '2 were sent again. 1 was mailed a moment ago and is left out.',
      ),
    )
    expect(transport.resend).toHaveBeenCalledTimes(3)

    await user.click(screen.getByLabelText('Select all on this page'))
    await user.click(bar().getByRole('button', { name: 'Resend' }))
    await waitFor(() =>
      expect(status()).toHaveTextContent('3 were mailed a moment ago and are left out.'),
    )
    expect(transport.resend).toHaveBeenCalledTimes(3)
  })

  it('that was withdrawn is invited again by one press', async () => {
    const { user } = show({ seed: [person('ada', { role: 'admin', name: 'Ada' })] })
    await user.click(
      await screen.findByRole('button', { name: 'Revoke invitation of ada@example.com' }),
    )
    await user.click(button('Revoke'))
    await user.click(await screen.findByRole('button', { name: 'Invite again' }))
    await waitFor(() => expect(status()).toHaveTextContent('ada@example.com is invited again'))
    expect(await screen.findByRole('row', { name: /ada@/ })).toHaveTextContent('Admin')
  })

  it('shows all that is known of it, and gives its link', async () => {
    const { user } = show({ seed: [person('ada')] })
    const dialog = await open(user, 'ada')
    expect(dialog.getByText('no expiry known')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Copy link' }))
    expect(await navigator.clipboard.readText()).toBe('https://app.example.com/ada')
    expect(document.body.innerHTML).not.toContain('app.example.com/ada')
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    expect(button('Actions for ada@example.com')).toHaveFocus()
  })

  it('tells in its own dialog that the link was copied: the page behind it is not read aloud', async () => {
    const { user } = show({ seed: [person('ada')] })
    const dialog = await open(user, 'ada')
    await user.click(dialog.getByRole('button', { name: 'Copy link' }))
    await waitFor(() => expect(dialog.getByRole('status')).toHaveTextContent('Copied'))
  })

  it('changes its role where the provider can', async () => {
    const { user } = show({ seed: [person('ada')] })
    const dialog = await open(user, 'ada')
    await user.selectOptions(dialog.getByLabelText('Role of ada@example.com'), 'Admin')
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    await waitFor(() => expect(status()).toHaveTextContent('Role of ada@example.com changed'))
    expect(screen.getByRole('row', { name: /ada@/ })).toHaveTextContent('Admin')
  })

  it('is replaced where it cannot, told plainly, and nobody is lost when the second half fails', async () => {
    const { update: _, ...inner } = memory({ roles, seed: [person('ada')] })
    let broken = true
    const transport = {
      ...inner,
      create: (input: Parameters<typeof inner.create>[0]) =>
        broken
          ? memory({ faults: { create: 'limit_reached' } }).create(input)
          : inner.create(input),
    }
    renderWith(<PendingInvitesTable transport={transport} />)
    const user = userEvent.setup()
    const dialog = await open(user, 'ada')
    expect(dialog.getByText(/This one is withdrawn, its link stops working/)).toBeVisible()
    await user.selectOptions(dialog.getByLabelText('Role of ada@example.com'), 'Admin')
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    await waitFor(() => expect(status()).toHaveTextContent('No seats are left.'))
    broken = false
    await user.click(button('Invite again'))
    expect(await screen.findByRole('row', { name: /ada@/ })).toHaveTextContent('Admin')
  })

  it('is not replaced where the old one could not be withdrawn, and nobody is invited twice', async () => {
    const { update: _, ...transport } = memory({
      roles,
      seed: [person('ada')],
      faults: { revoke: 'forbidden' },
    })
    renderWith(<PendingInvitesTable transport={transport} />)
    const user = userEvent.setup()
    const dialog = await open(user, 'ada')
    await user.selectOptions(dialog.getByLabelText('Role of ada@example.com'), 'Admin')
    await user.click(dialog.getByRole('button', { name: 'Change' }))
    await waitFor(() => expect(status()).toHaveTextContent(/^ada@example.com: /))
    expect(screen.getByRole('row', { name: /ada@/ })).toHaveTextContent('Member')
    expect(screen.queryByRole('button', { name: 'Invite again' })).toBeNull()
  })

  it('of a provider that cannot list is told to keep a ledger', () => {
    renderWith(<PendingInvitesTable transport={{ key: 'authress:https://a.example' }} />)
    expect(screen.getByText(/\(authress\) keeps no list/)).toHaveTextContent('ledger')
  })
})
