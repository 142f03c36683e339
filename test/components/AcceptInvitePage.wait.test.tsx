import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
// Here at once: how long that takes is no matter of these tests.
import '../../src/transports/httpOperations.ts'
import { press } from '../byPerson.ts'
import { fakeClock, pageWorld, pause, until } from '../faults/page.ts'
import { busy } from '../faults/wire.ts'
import { renderWith } from '../render.tsx'

beforeEach(fakeClock)
afterEach(() => void vi.useRealTimers())

const waits = /^The provider wants a break\. It goes on in \d+ s\.$/
const stop = () => screen.queryByRole('button', { name: 'Stop' })

/** The page of an invite, on which a button was pressed and refused. */
async function pressed(name: 'Accept invitation' | 'Decline', operation: 'accept' | 'decline') {
  const world = pageWorld()
  Object.assign(world.wire, { operation, times: 1, strike: busy(30) })
  renderWith(<AcceptInvitePage transport={world.transport} link={world.link} />)
  expect(await until(() => screen.queryByRole('button', { name }) !== null)).toBe(true)
  const button = screen.getByRole('button', { name })
  button.focus()
  await press(button)
  expect(await until(() => stop() !== null)).toBe(true)
  return { world, button }
}

describe('a refused answer that says when', () => {
  it('counts down, is said once, and is then given', async () => {
    const { world, button } = await pressed('Accept invitation', 'accept')
    const once = screen.getByRole('status').textContent
    expect(once).toMatch(waits)
    const seen = () => screen.getAllByText(waits).find((one) => one.className === 'ik-hint')
    const first = seen()?.textContent
    await pause(6000)
    expect(seen()?.textContent).not.toBe(first)
    expect(screen.getByRole('status')).toHaveTextContent(once)
    expect(seen()?.closest('[role="status"], [role="alert"], [aria-live]')).toBeNull()
    expect(button).toHaveFocus()
    expect(button).toHaveTextContent('Accepting…')
    expect(
      await until(() => screen.queryByText('You have accepted the invitation.') !== null),
    ).toBe(true)
    expect(world.count('accept')).toBe(2)
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })

  it.each([
    ['Accept invitation', 'accept'],
    ['Decline', 'decline'],
  ] as const)('is called off by Stop, and asked again: %s', async (name, operation) => {
    const { world } = await pressed(name, operation)
    stop()?.focus()
    fireEvent.click(stop() ?? document.body)
    await pause()
    expect(screen.getByRole('alert')).toHaveTextContent('Too many tries. Wait a moment')
    expect(screen.getByRole('status')).toHaveTextContent('')
    expect(screen.getByRole('button', { name: 'Accept invitation' })).toHaveFocus()
    await pause(60_000)
    expect(world.count(operation)).toBe(1)
  })
})
