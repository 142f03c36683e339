import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import type { InviteOperation } from '../../src/transport.ts'
// Here at once: how long that takes is no matter of these tests.
import '../../src/transports/httpOperations.ts'
import { fakeClock, pageWorld, pause, until } from '../faults/page.ts'
import { busy } from '../faults/wire.ts'
import { renderWith } from '../render.tsx'

beforeEach(fakeClock)
afterEach(() => void vi.useRealTimers())

const ana = 'ana@acme.test'
const waits = /^The provider wants a break\. It goes on in \d+ s\.$/
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const stop = () => screen.queryByRole('button', { name: `${ana}: Stop` })
const press = (element: HTMLElement) => {
  element.focus()
  fireEvent.click(element)
}
const said = () => document.querySelector('.ik-table-said [role="status"]')?.textContent

/** A table whose provider refuses the first calls of an operation. */
async function shown(operation: InviteOperation, without?: 'update') {
  const world = pageWorld()
  Object.assign(world.wire, { operation, times: 1, strike: busy(30) })
  const transport = { ...world.transport }
  if (without) delete (transport as Partial<typeof transport>)[without]
  renderWith(<PendingInvitesTable transport={transport} />)
  expect(await until(() => screen.queryByRole('row', { name: /ana@/ }) !== null)).toBe(true)
  return world
}

/** The dialog in which another role was chosen, which waits. */
async function changedRole() {
  press(button(`Actions for ${ana}`))
  expect(await until(() => screen.queryByRole('menu') !== null)).toBe(true)
  press(screen.getByRole('menuitem', { name: 'Change role' }))
  expect(await until(() => screen.queryByRole('dialog') !== null)).toBe(true)
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.change(dialog.getByRole('combobox'), { target: { value: 'admin' } })
  press(dialog.getByRole('button', { name: 'Change' }))
  expect(await until(() => dialog.queryByRole('button', { name: 'Stop' }) !== null)).toBe(true)
  return dialog
}

describe('a refused press on a row that says when', () => {
  it('counts down in the row, is said once, and is then done', async () => {
    const world = await shown('resend')
    press(button(`Resend invitation to ${ana}`))
    expect(await until(() => stop() !== null)).toBe(true)
    const row = within(screen.getByRole('row', { name: /ana@/ }))
    const first = row.getByText(waits).textContent
    expect(said()).toMatch(
      new RegExp(`^${ana}: The provider wants a break. It goes on in \\d+ s.$`),
    )
    const once = said()
    await pause(6000)
    expect(row.getByText(waits).textContent).not.toBe(first)
    expect(said()).toBe(once)
    expect(row.getByText(waits).closest('[role="status"], [role="alert"], [aria-live]')).toBeNull()
    // The pressed button is where it was, and still has the focus.
    expect(document.activeElement).toHaveAttribute('data-action', 'resend')
    expect(await until(() => said()?.startsWith('Sent again') === true)).toBe(true)
    expect([world.count('resend'), stop()]).toEqual([2, null])
    expect(document.activeElement).toHaveAttribute('data-action', 'resend')
  })

  it('is called off by Stop, which hands the focus to the row, and the row says why', async () => {
    const world = await shown('revoke')
    press(button(`Revoke invitation of ${ana}`))
    expect(await until(() => screen.queryByRole('alertdialog') !== null)).toBe(true)
    press(button('Revoke'))
    // It has been left out, and is back for as long as it waits.
    expect(await until(() => stop() !== null)).toBe(true)
    press(stop() ?? document.body)
    await pause()
    const row = screen.getByRole('row', { name: /ana@/ })
    expect(row).toHaveTextContent('Too many tries. Wait a moment and try again.')
    expect(said()).toBe(`${ana}: Too many tries. Wait a moment and try again.`)
    expect(row).toContainElement(document.activeElement as HTMLElement)
    await pause(60_000)
    expect(world.count('revoke')).toBe(1)
  })

  it('tells who presses something else meanwhile to wait, and does not do it', async () => {
    const world = await shown('resend')
    press(button(`Resend invitation to ${ana}`))
    expect(await until(() => stop() !== null)).toBe(true)
    press(button(`Revoke invitation of ${ana}`))
    expect(await until(() => screen.queryByRole('alertdialog') !== null)).toBe(true)
    press(button('Revoke'))
    await pause()
    expect(said()).toBe(`${ana}: Too many tries. Wait a moment and try again.`)
    expect(await until(() => said()?.startsWith('Sent again') === true)).toBe(true)
    expect([world.count('resend'), world.count('revoke')]).toEqual([2, 0])
  })

  it('does not lose the focus where the row is withdrawn in the end', async () => {
    await shown('revoke')
    press(button(`Revoke invitation of ${ana}`))
    expect(await until(() => screen.queryByRole('alertdialog') !== null)).toBe(true)
    press(button('Revoke'))
    expect(await until(() => stop() !== null)).toBe(true)
    act(() => stop()?.focus())
    expect(await until(() => said()?.endsWith('withdrawn') === true)).toBe(true)
    expect(document.activeElement).not.toBe(document.body)
  })

  it.each([
    ['the role is changed', 'update', undefined],
    ['one is made in the place of the other', 'create', 'update'],
  ] as const)('waits in the dialog, where %s', async (_, operation, without) => {
    const world = await shown(operation, without)
    const dialog = await changedRole()
    expect(dialog.getByRole('status')).toHaveTextContent(/^ana@acme.test: The provider wants/)
    expect(said()).toBe('')
    expect(await until(() => said() === `Role of ${ana} changed`)).toBe(true)
    expect(world.count(operation)).toBe(2)
    expect(document.activeElement).not.toBe(document.body)
  })

  it('can be stopped in the dialog, which then has the focus and says why', async () => {
    const world = await shown('update')
    const dialog = await changedRole()
    press(dialog.getByRole('button', { name: 'Stop' }))
    await pause()
    expect(dialog.getByRole('alert')).toHaveTextContent('Too many tries')
    expect(dialog.getByRole('button', { name: 'Change' })).toHaveFocus()
    expect(world.count('update')).toBe(1)
  })

  it('waits beside “Invite again”, which is not pressed twice', async () => {
    const world = await shown('create')
    press(button(`Revoke invitation of ${ana}`))
    expect(await until(() => screen.queryByRole('alertdialog') !== null)).toBe(true)
    press(button('Revoke'))
    expect(await until(() => screen.queryByRole('button', { name: 'Invite again' }) !== null)).toBe(
      true,
    )
    press(button('Invite again'))
    press(button('Invite again'))
    expect(await until(() => screen.queryByRole('button', { name: 'Stop' }) !== null)).toBe(true)
    expect(button('Invite again')).toHaveFocus()
    expect(await until(() => said() === `${ana} is invited again`)).toBe(true)
    expect([world.count('create'), world.mails]).toEqual([2, [ana]])
  })
})
