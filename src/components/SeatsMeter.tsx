import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormFirstLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

interface SeatsMeterProps {
  seats: NonNullable<InviteForm['seats']>
  labels: FormFirstLabels
}

/** How the seats are taken: by members, by pending invites, by who is in the field. Says it, and draws it. */
export function SeatsMeter({ seats, labels }: SeatsMeterProps) {
  const { total, members, pending, typed, short } = seats
  const used = members + pending + typed
  const layers = [
    ['members', members],
    ['pending', pending],
    ['typed', typed],
  ] as const
  let x = 0
  return (
    <div className="ik-seats" data-short={short > 0 ? '' : undefined}>
      <svg
        className="ik-seats-bar"
        viewBox={`0 0 ${Math.max(total, used, 1)} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {layers.map(([layer, width]) => {
          const start = x
          x += width
          return <rect key={layer} data-layer={layer} x={start} width={width} height={1} />
        })}
      </svg>
      <p className="ik-hint">
        {say(labels.seats, { used, total, members, pending, typed }, labels.locale)}{' '}
        {short > 0 && (
          <strong className="ik-problem">
            {say(labels.seatsShort, { count: short }, labels.locale)}
          </strong>
        )}
      </p>
    </div>
  )
}
