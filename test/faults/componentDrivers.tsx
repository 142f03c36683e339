import { QueryClient } from '@tanstack/react-query'
import { fireEvent } from '@testing-library/react'
import type { ReactElement } from 'react'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { press } from '../byPerson.ts'
import { renderWith } from '../render.tsx'
import type { Driver, Drivers } from './driver.ts'

const ana = 'ana@acme.test'

function mounted(element: ReactElement) {
  const { unmount, client, container } = renderWith(element, new QueryClient())
  return {
    client,
    close: unmount,
    /** What is on the screen of this one. */
    text: () => container.textContent,
    find: (selector: string) => container.querySelector<HTMLElement>(selector) ?? undefined,
    all: (selector: string) => [...container.querySelectorAll(selector)],
    button: (name: RegExp) =>
      [...container.querySelectorAll('button')].find((one) =>
        name.test(one.getAttribute('aria-label') ?? one.textContent),
      ),
  }
}

const form: Driver = ({ transport }, people = ['bo@acme.test']) => {
  const { find, all, button, text, ...page } = mounted(<InviteForm transport={transport} />)
  const field = () => find('input[inputmode="email"]')
  const said = () =>
    `${find('[role="status"]')?.textContent} ${find('[role="alert"]')?.textContent ?? ''}`
  const left = () =>
    all('button[aria-label^="Remove "]').map(
      (one) => /[\w.-]+@[\w.-]+/.exec(one.getAttribute('aria-label') ?? '')?.[0] ?? '',
    )
  let before = ''
  const type = () => {
    const input = field()
    if (input) fireEvent.change(input, { target: { value: people.join(', ') } })
    if (input) fireEvent.blur(input)
  }
  let typed = false
  return {
    ...page,
    ready: () => {
      if (!typed && field()) {
        typed = true
        if (people.length > 0) type()
      }
      // Before the form has loaded what reads it, a text stands in the field.
      const input = field()
      if (input && left().length < people.length) fireEvent.blur(input)
      return typed && left().length === people.length && Boolean(button(/^Send/))
    },
    press: () => {
      before = said()
      const again = button(/^Try \d+ again|^Send \d+ again anyway/)
      fireEvent.click(again ?? button(/^Send/) ?? document.body)
    },
    seen: () => {
      const now = said()
      if (now === before || !/sent|not known|wrong|problem/i.test(now) || button(/^(Sending|Stop)/))
        return undefined
      return {
        done: /\d+ invitations? sent\./.test(now) && left().length === 0,
        said: `${now} ${text()}`,
      }
    },
    left,
    resume: () => {
      const go = button(/^Continue$/)
      if (go) fireEvent.click(go)
      return go !== undefined
    },
  }
}

/** A row's action: what opens it and what confirms it, and the sentence that says that it is done. */
const table =
  (
    done: RegExp,
    ...presses: (RegExp | ((find: (selector: string) => HTMLElement | undefined) => void))[]
  ): Driver =>
  ({ transport }) => {
    const { find, button, text, ...page } = mounted(<PendingInvitesTable transport={transport} />)
    let yet = presses.length === 0
    const said = () =>
      find('dialog [role="alert"]')?.textContent || (find('[role="status"]')?.textContent ?? '')
    return {
      ...page,
      // The last part, which comes after the rows.
      ready: () => presses.length === 0 || Boolean(button(/^Refresh$/)),
      press: () => {
        yet = true
        for (const one of presses)
          if (one instanceof RegExp) fireEvent.click(button(one) ?? document.body)
          else one(find)
      },
      seen: () => {
        // It waits, and goes on by itself.
        if (button(/: Stop$|^Stop$/)) return undefined
        if (presses.length > 0)
          return yet && said() ? { done: done.test(said()), said: said() } : undefined
        if (find('[aria-busy="true"]')) return undefined
        const alert = find('[role="alert"], [data-status="stale"]')?.textContent
        if (alert) return { done: false, said: alert }
        return text().includes(ana) || done.test(text()) ? { done: true, said: text() } : undefined
      },
    }
  }

const page =
  (name?: 'accept' | 'decline'): Driver =>
  ({ transport, link }) => {
    const {
      find,
      button,
      text: _,
      all: __,
      ...rest
    } = mounted(<AcceptInvitePage transport={transport} link={link} />)
    const which = name === 'accept' ? /^Accept invitation/ : /^Decline/
    let yet = name === undefined
    const heading = () => find('h1')?.textContent ?? ''
    return {
      ...rest,
      ready: () => name === undefined || Boolean(button(which)),
      press: () => {
        const target = button(which)
        if (target) void press(target)
        yet = true
      },
      seen: () => {
        const status = find('[data-status]')?.dataset['status'] ?? ''
        if (!yet || !heading() || ['loading', 'accepting', 'declining', ''].includes(status))
          return undefined
        const good = name === undefined ? 'ready' : `${name === 'accept' ? 'accept' : 'declin'}ed`
        const alert = find('[role="alert"]')?.textContent
        return { done: status === good && !alert, said: `${status} ${heading()} ${alert ?? ''}` }
      },
    }
  }

const drivers: Record<string, Driver> = {
  create: form,
  list: table(/No pending invitations/),
  resend: table(/^(Sent again|Renewed)/, /^Resend invitation to/),
  revoke: table(/withdrawn$/, /^Revoke invitation of/, /^Revoke$/),
  update: table(
    /^Role of .* changed$/,
    /^Actions for/,
    /^Details/,
    (find) => {
      const select = find('dialog select')
      if (select) fireEvent.change(select, { target: { value: 'admin' } })
    },
    /^Change$/,
  ),
  lookup: page(),
  accept: page('accept'),
  decline: page('decline'),
}

export const componentDrivers: Drivers = ({ operation }) => {
  const driver = drivers[operation]
  if (!driver) throw new Error(`no component does ${operation}`)
  return driver
}
