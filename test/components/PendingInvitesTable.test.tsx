import { screen, waitFor, within as inside } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { InviteError } from '../../src/error.ts'
import { memory } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'
import { person } from './people.ts'

const dates = { createdAt: '2026-03-01T10:00:00.000Z', expiresAt: '2099-03-08T10:00:00.000Z' }
const three = ['ada', 'alan', 'grace'].map((name) => person(name, dates))
const row = (name: string) => screen.getByRole('row', { name: new RegExp(`${name}@example.com`) })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const revokeButton = (name: string) => button(`Revoke invitation of ${name}@example.com`)

async function revoke(name: string) {
  const user = userEvent.setup()
  await user.click(
    await screen.findByRole('button', { name: `Revoke invitation of ${name}@example.com` }),
  )
  await user.click(button('Revoke'))
}

describe('PendingInvitesTable', () => {
  it('is a table with a caption, column headers and the address as row header', async () => {
    renderWith(<PendingInvitesTable transport={memory({ seed: three })} />)
    const table = await screen.findByRole('table', { name: 'Pending invitations' })
    expect(inside(table).getAllByRole('columnheader')).toHaveLength(8)
    expect(inside(table).getByRole('rowheader', { name: 'ada@example.com' })).toBeVisible()
    expect(await screen.findByText('3 invitations')).toBeVisible()
  })

  it('puts neither id nor token into the document', async () => {
    renderWith(<PendingInvitesTable transport={memory({ seed: three })} />)
    await screen.findByRole('table')
    expect(document.documentElement.outerHTML).not.toMatch(/secret-|token-/)
  })

  it('shows no control for what the transport cannot do', async () => {
    const { key, list } = memory({ seed: three })
    renderWith(<PendingInvitesTable transport={{ key, list }} />)
    const table = await screen.findByRole('table')
    expect(inside(table).getAllByRole('columnheader')).toHaveLength(7)
    expect(screen.queryByRole('button', { name: /^(Resend|Revoke)/ })).toBeNull()
  })

  it('says what is unknown instead of inventing it, and marks an estimate', async () => {
    const seed = [
      person('ada', { ...dates, role: undefined, expiresAt: undefined }),
      person('alan', { expiryEstimated: true, ...dates }),
      person('grace', { mailed: false, ...dates }),
    ]
    renderWith(<PendingInvitesTable transport={memory({ seed })} />)
    await screen.findByRole('table')
    expect(inside(row('ada')).getAllByText('unknown')).toHaveLength(2)
    expect(row('ada')).toHaveTextContent('no expiry known')
    expect(row('alan')).toHaveTextContent('estimate')
    expect(row('grace')).toHaveTextContent('Not mailed')
  })

  it('resends, keeps the focus, and says so once', async () => {
    const onMail = vi.fn()
    renderWith(<PendingInvitesTable transport={memory({ seed: three, onMail })} />)
    const user = userEvent.setup()
    await user.click(
      await screen.findByRole('button', { name: 'Resend invitation to alan@example.com' }),
    )
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Sent again to alan@example.com'),
    )
    expect(button(/^Resend in \d+ s$/)).toHaveFocus()
    expect(onMail).toHaveBeenCalledOnce()
  })

  it.each([
    ['stored', 'Renewed for alan@example.com, but no e-mail was sent. Hand over the link.'],
    ['unknown', 'Renewed for alan@example.com. Whether an e-mail went out is not known.'],
  ] as const)('does not say that it was mailed where it was %s', async (delivery, sentence) => {
    const resend = () => Promise.resolve({ delivery, invite: three[1] })
    const transport = { ...memory({ seed: three }), resend }
    renderWith(<PendingInvitesTable transport={transport} />)
    const user = userEvent.setup()
    await user.click(
      await screen.findByRole('button', { name: 'Resend invitation to alan@example.com' }),
    )
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(sentence))
  })

  it('marks a row under way and takes no second press for it', async () => {
    const resend = vi.fn(() => new Promise<never>(() => undefined))
    const transport = { ...memory({ seed: three }), resend }
    renderWith(<PendingInvitesTable transport={transport} />)
    const user = userEvent.setup()
    await user.dblClick(
      await screen.findByRole('button', { name: 'Resend invitation to ada@example.com' }),
    )
    await user.click(button('Sending…'))
    expect(resend).toHaveBeenCalledOnce()
    expect(row('ada')).toHaveAttribute('data-pending')
    expect(button('Sending…')).toHaveAttribute('aria-disabled', 'true')
  })

  it('asks before it revokes, with the focus on the way out', async () => {
    const inner = memory({ seed: three })
    const spy = vi.fn(inner.revoke)
    const transport = { ...inner, revoke: spy }
    renderWith(<PendingInvitesTable transport={transport} />)
    const user = userEvent.setup()
    await user.click(
      await screen.findByRole('button', { name: 'Revoke invitation of ada@example.com' }),
    )
    expect(screen.getByRole('alertdialog', { name: 'Revoke this invitation?' })).toHaveTextContent(
      'ada@example.com',
    )
    expect(button('Keep')).toHaveFocus()
    await user.click(button('Keep'))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(revokeButton('ada')).toHaveFocus()
    expect(spy).not.toHaveBeenCalled()
  })

  it('takes a revoked row out at once, hands the focus to the next row, and says so when it is confirmed', async () => {
    let confirm: () => void = () => undefined
    const transport = {
      ...memory({ seed: three }),
      revoke: () => new Promise<void>((resolve) => (confirm = resolve)),
    }
    renderWith(<PendingInvitesTable transport={transport} />)
    // What follows the rows is there.
    await screen.findByRole('button', { name: 'Refresh' })
    await revoke('alan')
    expect(screen.queryByText('alan@example.com')).toBeNull()
    expect(revokeButton('grace')).toHaveFocus()
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    confirm()
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Invitation of alan@example.com withdrawn',
      ),
    )
  })

  it('hands the focus to the row before where there is none after, and to the table where there is none at all', async () => {
    renderWith(<PendingInvitesTable transport={memory({ seed: three.slice(0, 2) })} />)
    await revoke('alan')
    await waitFor(() => expect(revokeButton('ada')).toHaveFocus())
    await revoke('ada')
    await screen.findByText('No pending invitations')
    expect(screen.getByRole('region', { name: 'Pending invitations' })).toHaveFocus()
  })

  it('brings a row back with its error when the provider refuses', async () => {
    renderWith(
      <PendingInvitesTable transport={memory({ seed: three, faults: { revoke: 'forbidden' } })} />,
    )
    await revoke('ada')
    await waitFor(() => expect(row('ada')).toHaveTextContent('You are not allowed to do this'))
    expect(screen.getByRole('status')).toHaveTextContent('ada@example.com: You are not allowed')
    expect(document.body).not.toHaveFocus()
  })

  it('tells empty, no match and failure apart', async () => {
    const { unmount } = renderWith(
      <PendingInvitesTable transport={memory()} emptyAction={<button>Invite</button>} />,
    )
    expect(await screen.findByText('No pending invitations')).toBeVisible()
    expect(button('Invite')).toBeVisible()
    unmount()

    const { unmount: again } = renderWith(
      <PendingInvitesTable transport={memory({ seed: three })} />,
    )
    const user = userEvent.setup()
    await user.type(await screen.findByLabelText('Search invitations'), 'nobody')
    expect(await screen.findByText('No invitation matches “nobody”')).toBeVisible()
    await user.click(button('Show all'))
    expect(await screen.findByText('ada@example.com')).toBeVisible()
    again()

    let code: 'forbidden' | undefined = 'forbidden'
    renderWith(
      <PendingInvitesTable transport={memory({ seed: three, faults: { list: () => code } })} />,
    )
    expect(await screen.findByRole('alert')).toHaveTextContent('You are not allowed to do this')
    code = undefined
    await user.click(button('Try again'))
    expect(await screen.findByText('ada@example.com')).toBeVisible()
  })

  it('keeps old rows when they cannot be read again, and says that they are old', async () => {
    let code: 'unauthenticated' | undefined
    const { client } = renderWith(
      <PendingInvitesTable transport={memory({ seed: three, faults: { list: () => code } })} />,
    )
    await screen.findByText('ada@example.com')
    code = 'unauthenticated'
    await client.invalidateQueries()
    expect(await screen.findByText(/This list may be out of date/)).toHaveTextContent(
      'You are signed out',
    )
    expect(row('ada')).toBeVisible()
  })

  it('pages, says where it is, and steps back when the last row of a page is gone', async () => {
    renderWith(
      <PendingInvitesTable transport={memory({ seed: three })} defaultView={{ pageSize: 2 }} />,
    )
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Next' }))
    expect(await screen.findByText('grace@example.com')).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('Page 2 of 2')
    await revoke('grace')
    expect(await screen.findByText('ada@example.com')).toBeVisible()
    expect(document.body).not.toHaveFocus()
  })

  it('counts the rows that it could not read', async () => {
    const { key, list } = memory({ seed: three })
    renderWith(
      <PendingInvitesTable
        transport={{ key, list: async (input) => ({ ...(await list(input)), unreadable: 1 }) }}
      />,
    )
    expect(await screen.findByText('1 row could not be read.')).toBeVisible()
  })

  it('shows the rows of one provider only', async () => {
    const transport = (name: string) => memory({ key: name, seed: [person(name)], latency: 5 })
    const { rerender } = renderWith(<PendingInvitesTable transport={transport('ada')} />)
    await screen.findByText('ada@example.com')
    rerender(<PendingInvitesTable transport={transport('alan')} />)
    expect(screen.queryByText('ada@example.com')).toBeNull()
    expect(await screen.findByText('alan@example.com')).toBeVisible()
  })

  it('hands the focus on when the focused row vanishes with somebody else’s change', async () => {
    let rows = three
    const transport = {
      ...memory(),
      list: () => Promise.resolve({ invites: rows.map(({ token: _token, ...invite }) => invite) }),
    }
    const { client } = renderWith(<PendingInvitesTable transport={transport} />)
    // The last part to come.
    await screen.findByRole('button', { name: 'Refresh' })
    revokeButton('ada').focus()
    rows = three.slice(1)
    await client.invalidateQueries()
    await waitFor(() => expect(screen.queryByText('ada@example.com')).toBeNull())
    expect(document.body).not.toHaveFocus()
  })

  it('says offline where nothing could be read', async () => {
    const transport = { ...memory(), list: () => Promise.reject(new InviteError('offline')) }
    renderWith(<PendingInvitesTable transport={transport} />)
    expect(await screen.findByRole('alert')).toHaveTextContent('You are offline')
  })
})
