import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { PendingInvitesTableProps } from '../../src/components/PendingInvitesTable.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { memory } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'
import { person, roles } from './people.ts'

async function show(
  props: Partial<PendingInvitesTableProps> = {},
  seed = [person('ada'), person('bo')],
) {
  const inner = memory({ roles, seed })
  const transport = { ...inner, resend: vi.fn(inner.resend) }
  renderWith(<PendingInvitesTable transport={transport} {...props} />)
  const button = await screen.findByRole('button', { name: 'Actions for ada@example.com' })
  return { transport, button, user: userEvent.setup() }
}
const item = (name: string) => screen.getByRole('menuitem', { name })
const opened = () => screen.findByRole('menu', { name: 'Actions for ada@example.com' })

describe('the menu of a row', () => {
  it('has everything that can be done, and says of its button that it is open', async () => {
    const { user, button } = await show()
    expect(button).toHaveAttribute('aria-haspopup', 'true')
    expect(button).not.toHaveAttribute('aria-expanded')
    await user.click(button)
    const items = within(await opened()).getAllByRole('menuitem')
    expect(items.map(({ textContent }) => textContent.trim())).toEqual([
      'Resend',
      'Copy link',
      'Change role',
      'Details',
      'Revoke',
    ])
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getAllByRole('menu')).toHaveLength(1)
  })

  it('has no more than the provider can and the row has', async () => {
    const {
      update: _,
      create: __,
      revoke: ___,
      resend: ____,
      ...readOnly
    } = memory({
      seed: [person('ada', { url: undefined })],
    })
    renderWith(<PendingInvitesTable transport={readOnly} roles={roles} />)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Actions for ada@example.com' }))
    expect(within(await opened()).getAllByRole('menuitem')).toHaveLength(1)
    expect(item('Details')).toHaveFocus()
  })

  it('is gone through by arrows, by Home and End, and by letters', async () => {
    const { user, button } = await show()
    button.focus()
    await user.keyboard('{Enter}')
    await opened()
    expect(item('Resend')).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(item('Copy link')).toHaveFocus()
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(item('Revoke')).toHaveFocus()
    await user.keyboard('{ArrowDown}')
    expect(item('Resend')).toHaveFocus()
    await user.keyboard('{End}')
    expect(item('Revoke')).toHaveFocus()
    await user.keyboard('{Home}')
    expect(item('Resend')).toHaveFocus()
    await user.keyboard('r')
    expect(item('Revoke')).toHaveFocus()
    await user.keyboard('d')
    expect(item('Details')).toHaveFocus()
    await user.keyboard('x')
    expect(item('Details')).toHaveFocus()
  })

  it('is left by Escape, back to its button, and by Tab, on from there', async () => {
    const { user, button } = await show()
    button.focus()
    await user.keyboard('{Enter}')
    await opened()
    await user.keyboard('{Escape}')
    expect(button).toHaveFocus()
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button).not.toHaveAttribute('aria-expanded')

    await user.keyboard('{Enter}')
    await opened()
    await user.keyboard('{Tab}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(screen.getByLabelText('Select bo@example.com')).toHaveFocus()
  })

  it('is closed by a second press of its button', async () => {
    const { user, button } = await show()
    await user.click(button)
    await opened()
    await user.click(button)
    expect(screen.queryByRole('menu')).toBeNull()
    await user.click(button)
    await opened()
  })

  it('mails again, copies the link, and asks before a revoke; the focus comes back', async () => {
    const { user, button, transport } = await show()
    await user.click(button)
    await user.click(await screen.findByRole('menuitem', { name: 'Copy link' }))
    expect(await navigator.clipboard.readText()).toBe('https://app.example.com/ada')
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied'))
    expect(button).toHaveFocus()

    await user.click(button)
    await user.click(await screen.findByRole('menuitem', { name: 'Resend' }))
    expect(transport.resend).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Sent again to ada'))
    await user.click(button)
    await opened()
    expect(item('Resend')).toHaveAttribute('aria-disabled', 'true')
    await user.click(item('Resend'))
    expect(transport.resend).toHaveBeenCalledOnce()

    await user.click(item('Revoke'))
    const question = within(await screen.findByRole('alertdialog'))
    await user.click(question.getByRole('button', { name: 'Keep' }))
    expect(button).toHaveFocus()
  })

  it('leads to the role, which has the focus then', async () => {
    const { user, button } = await show()
    await user.click(button)
    await user.click(await screen.findByRole('menuitem', { name: 'Change role' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Invitation' }))
    expect(dialog.getByLabelText('Role of ada@example.com')).toHaveFocus()
  })

  it('says why this person may not', async () => {
    const { user, button, transport } = await show({
      allow: (operation) => operation !== 'resend' || 'Ask an owner.',
    })
    await user.click(button)
    await opened()
    expect(item('Resend Ask an owner.')).toHaveAttribute('aria-disabled', 'true')
    await user.click(item('Resend Ask an owner.'))
    expect(transport.resend).not.toHaveBeenCalled()
    expect(await opened()).toBeInTheDocument()
  })
})
