'use client'
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { InviteRole } from '../transport.js'
import { copyText } from './copyText.js'
import type { RowPress } from './InviteRow.js'
import { useLatest } from './useLatest.js'

interface RowMenuProps {
  press: RowPress
  list: PendingInvites
  roles: readonly InviteRole[]
  labels: TableLabels
  announce: (text: string) => void
  onPress: (press: RowPress) => void
  onClose: () => void
}

/**
 * Everything that can be done with one invite: the one menu of the table, shown beside the button that opens it.
 * Renders a `role="menu"`, in the top layer where the browser has popovers.
 */
export function RowMenu({ press, list, roles, labels, announce, ...props }: RowMenuProps) {
  const { invite, button } = press
  const { url } = invite
  const menu = useRef<HTMLDivElement>(null)
  const onClose = useLatest(props.onClose)
  const close = () => {
    button.focus()
    onClose()
  }

  useLayoutEffect(() => {
    const element = menu.current
    // Not every browser that shows the table has popovers: then the menu is in its place in the page.
    const pops = element !== null && 'popover' in element
    if (pops) {
      element.popover = 'auto'
      element.showPopover({ source: button })
    }
    element?.querySelector('button')?.focus()
    button.setAttribute('aria-expanded', 'true')
    // The second press of the button ends what the first one began.
    const onButton = (event: Event) => {
      event.stopPropagation()
      onClose()
    }
    // By a press elsewhere.
    const onToggle = (event: Event) => {
      if ('newState' in event && event.newState === 'closed') onClose()
    }
    button.addEventListener('click', onButton)
    element?.addEventListener('toggle', onToggle)
    return () => {
      if (pops) element.hidePopover()
      button.removeAttribute('aria-expanded')
      button.removeEventListener('click', onButton)
      element?.removeEventListener('toggle', onToggle)
    }
  }, [button, onClose])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = [...event.currentTarget.querySelectorAll('button')]
    const at = items.findIndex((item) => item === document.activeElement)
    const { key } = event
    const begins = ({ textContent }: Element) =>
      key.length === 1 && textContent.toLowerCase().startsWith(key.toLowerCase())
    const next = {
      ArrowDown: items[at + 1] ?? items[0],
      ArrowUp: items.at(at - 1),
      Home: items[0],
      End: items.at(-1),
    }[key]
    if (key === 'Escape') close()
    // Goes on from the button, as if there had been no menu.
    else if (key === 'Tab') return close()
    else (next ?? [...items.slice(at + 1), ...items].find(begins))?.focus()
    if (next ?? key === 'Escape') event.preventDefault()
  }

  const { resend, revoke, changeRole, allow } = list
  const row = list.rows.find((one) => one.invite.id === invite.id)
  const waits = row?.pending !== undefined || (row?.coolUntil ?? 0) > list.now().getTime()
  const goOn = (kind: RowPress['kind']) => () => props.onPress({ ...press, kind })
  const item = (label: string, act: () => void, may: true | string = true, look = '') => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={`ik-button ${look}`}
      aria-disabled={may !== true || undefined}
      onClick={() => {
        if (may !== true) return
        close()
        act()
      }}
    >
      {label} {may !== true && <span className="ik-cell-note">{may}</span>}
    </button>
  )
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      className="ik-dialog ik-menu"
      aria-label={say(labels.actionsOf, { email: invite.email ?? labels.noEmail })}
      onKeyDown={onKeyDown}
    >
      {resend && item(labels.resend, goOn('resend'), waits ? '' : allow('resend', invite))}
      {url && item(labels.copyLink, () => void copyText(url, announce, labels))}
      {changeRole &&
        roles.length > 1 &&
        item(labels.changeRole, goOn('role'), allow('update', invite))}
      {item(labels.details, goOn('details'))}
      {revoke &&
        item(labels.revoke, goOn('revoke'), allow('revoke', invite), 'ik-button-danger-quiet')}
    </div>
  )
}
