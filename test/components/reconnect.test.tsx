import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import type { InviteOperation } from '../../src/transport.ts'
// Here at once: how long that takes is no matter of these tests.
import '../../src/transports/httpOperations.ts'
import { fakeClock, pageWorld, pause, until, type PageWorld } from '../faults/page.ts'
import { online } from '../faults/screenTools.ts'
import { renderWith } from '../render.tsx'

beforeEach(fakeClock)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const shown = (name: string | RegExp) =>
  until(() => screen.queryByRole('button', { name }) !== null)
const status = () => document.querySelector('[role="status"]')?.textContent

/** It is done, and the connection goes away with the answer. */
const cut = (world: PageWorld, operation: InviteOperation) =>
  Object.assign(world.wire, {
    operation,
    times: 1,
    strike: async (pass: () => Promise<Response>) => {
      await pass()
      online(false)
      throw new TypeError('Failed to fetch')
    },
  })

it('the form says what a look into the list has told of those whose answer went with the connection', async () => {
  const world = pageWorld()
  renderWith(<InviteForm transport={world.transport} />)
  const field = screen.getByLabelText('E-mail addresses')
  fireEvent.change(field, { target: { value: 'bo@acme.test' } })
  const chip = () => screen.queryByRole('button', { name: /^Remove bo@/ })
  // Before what reads it is there the text stands in the field.
  const added = () => {
    if (!chip()) fireEvent.blur(field)
    return chip() !== null
  }
  expect(await until(added)).toBe(true)
  cut(world, 'create')
  press('Send invitation')
  expect(await shown('Check again')).toBe(true)
  expect(status()).toBe('Of 1 it is not known.')
  online(true)
  await pause(3000)
  expect(status()).toBe('1 had arrived.')
  expect(
    screen.queryByRole('button', { name: /^Remove bo@|^Check again|^Send 1 again/ }),
  ).toBeNull()
  expect(world.mails).toEqual(['bo@acme.test'])
})

it('the table says what has become of a bulk that went with it', async () => {
  const world = pageWorld()
  renderWith(<PendingInvitesTable transport={world.transport} />)
  expect(await shown(/^Revoke invitation of/)).toBe(true)
  fireEvent.click(screen.getByLabelText('Select ana@acme.test'))
  expect(await until(() => screen.queryByRole('group', { name: 'Actions' }) !== null)).toBe(true)
  const bar = within(screen.getByRole('group', { name: 'Actions' }))
  fireEvent.click(bar.getByRole('button', { name: 'Revoke' }))
  expect(await until(() => screen.queryByRole('alertdialog') !== null)).toBe(true)
  const question = screen.getByRole('alertdialog')
  cut(world, 'revoke')
  fireEvent.click(within(question).getByRole('button', { name: 'Revoke' }))
  expect(await until(() => status() === '1 failed.')).toBe(true)
  online(true)
  await pause(3000)
  expect(status()).toBe('1 was withdrawn.')
  expect(screen.queryByRole('button', { name: /^Try 1 again/ })).toBeNull()
  expect(world.count('revoke')).toBe(1)
})
