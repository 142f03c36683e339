'use client'
import { useState, type ComponentType, type RefObject } from 'react'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { FollowScrollProps, RowPlace } from './FollowScroll.js'
import { InviteRow, type InviteRowProps, type RowLater } from './InviteRow.js'
import { rowKeys } from './rowKeys.js'

interface TableRowsProps extends Pick<
  InviteRowProps,
  'columns' | 'labels' | 'selection' | 'onPress'
> {
  list: PendingInvites
  scroller: RefObject<HTMLElement | null>
  later: (RowLater & { FollowScroll: ComponentType<FollowScrollProps> }) | undefined
}

const most = 60

/** The rows, of a long page never more than sixty, and the room of those that are not mounted. Renders a `<tbody>`. */
export function TableRows({ list, scroller, later, ...row }: TableRowsProps) {
  const { rows, allow, page, now } = list
  const [place, move] = useState<RowPlace>({ first: 0, height: 48 })
  const more = rows.length - most
  const start = more > 0 ? Math.min(place.first, more) : 0
  const mounted = rows.slice(start, start + most)
  const ids = mounted.map(({ invite }) => invite.id)
  const [before, keep] = useState(() => rowKeys(ids))
  const kept = rowKeys(ids, before)
  if (kept !== before) keep(kept)
  return (
    <tbody role="rowgroup">
      {room(start)}
      {mounted.map((one, at) => (
        <InviteRow
          key={kept.keys[at]}
          {...row}
          {...one}
          // Only where rows of this page are missing: a number for each would render all anew when one goes.
          index={more > 0 ? (page.number - 1) * page.size + start + at + 2 : undefined}
          mayResend={list.resend && allow('resend', one.invite)}
          mayRevoke={list.revoke && allow('revoke', one.invite)}
          later={(one.pending ?? one.error ?? one.coolUntil) ? later : undefined}
          now={now}
        />
      ))}
      {room(more - start)}
      {more > 0 && later && <later.FollowScroll scroller={scroller} place={place} move={move} />}
    </tbody>
  )

  /** A height attribute, since an inline style is not for every page's policy. */
  function room(count: number) {
    return (
      count > 0 && (
        <tr aria-hidden="true">
          {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
          <td height={Math.round(count * place.height)} />
        </tr>
      )
    )
  }
}
