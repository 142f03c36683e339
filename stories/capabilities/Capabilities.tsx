import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { inviteLink } from '../../src/input/token.ts'
import { can, operationsOf } from '../../src/transport.ts'
import { memory } from '../../src/transports/memory.ts'
import { invite, now } from '../samples.ts'
import { reasons } from './reasons.ts'
import { asks, sideOf, titles, type Shown } from './shown.ts'
import './capabilities.css'

const sample = memory({ seed: [invite(0)], now })

/** The three components over every provider, side by side: what shows, what is absent, and why. */
export function Capabilities() {
  return Object.keys(titles).map((shown) => <Row key={shown} shown={shown as Shown} />)
}

function Row({ shown }: { shown: Shown }) {
  const { inviter, invitee, roles } = sideOf(shown)
  // The provider's own operations, with a list and a preview that have something to show.
  const key = `sample-${shown}`
  const seen = { status: 'pending', email: 'ada@example.com', asks: asks[shown] } as const
  const recipient = invitee && { ...invitee, key, lookup: () => Promise.resolve(seen) }
  const listed = can(inviter, 'list') ? { ...inviter, key, list: sample.list } : inviter
  const absent = Object.entries(reasons[shown])
  return (
    <section className="capabilities" aria-label={titles[shown]}>
      <header>
        <h2>{titles[shown]}</h2>
        <p>Can: {operationsOf(inviter).join(', ')}</p>
        {absent.length > 0 && (
          <ul>
            {absent.map(([operation, reason]) => (
              <li key={operation}>
                No {operation}: {reason}
              </li>
            ))}
          </ul>
        )}
      </header>
      <InviteForm transport={inviter} roles={roles} />
      <PendingInvitesTable transport={listed} roles={roles} />
      {recipient ? (
        <AcceptInvitePage transport={recipient} link={inviteLink({ token: key })} viewer={null} />
      ) : (
        <p>Invitees answer at the provider.</p>
      )}
    </section>
  )
}
