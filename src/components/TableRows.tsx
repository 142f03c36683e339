'use client'
import type { RefObject } from 'react'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import { InviteRow, type InviteRowProps } from './InviteRow.js'
import { useRowWindow } from './useRowWindow.js'

interface TableRowsProps extends Pick<
  InviteRowProps,
  'columns' | 'labels' | 'onSelect' | 'onResend' | 'revokes' | 'onPress'
> {
  list: PendingInvites
  selectable: boolean
  scroller: RefObject<HTMLElement | null>
}

/** The rows that are mounted, and the room of those that are not. Renders a `<tbody>`. */
export function TableRows({ list, selectable, scroller, ...row }: TableRowsProps) {
  const { rows, selection, allow, page, now } = list
  const { start, end, before, after } = useRowWindow(rows.length, scroller)
  const first = (page.number - 1) * page.size + 1
  // Only where rows of this page are missing: a number for each would render all anew when one goes.
  const counted = end - start < rows.length
  return (
    <tbody role="rowgroup">
      {before > 0 && <Room height={before} />}
      {rows.slice(start, end).map((one, at) => (
        <InviteRow
          {...row}
          key={one.invite.id}
          row={one}
          index={counted ? first + start + at + 1 : undefined}
          refusedResend={refusal(allow('resend', one.invite))}
          refusedRevoke={refusal(allow('revoke', one.invite))}
          selected={selectable ? selection.has(one.invite.id) : undefined}
          now={now}
        />
      ))}
      {after > 0 && <Room height={after} />}
    </tbody>
  )
}

function refusal(answer: true | string): string | undefined {
  return answer === true ? undefined : answer
}

/** A height attribute, since an inline style is not for every page's policy. */
function Room({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td height={height} />
    </tr>
  )
}
