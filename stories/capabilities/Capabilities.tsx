import { AcceptInvitePage } from '../../src/components/AcceptInvitePage.tsx'
import { InviteForm } from '../../src/components/InviteForm.tsx'
import { PendingInvitesTable } from '../../src/components/PendingInvitesTable.tsx'
import { inviteLink } from '../../src/input/token.ts'
import type { AcceptField } from '../../src/schema.ts'
import { operationsOf } from '../../src/transport.ts'
import { memory } from '../../src/transports/memory.ts'
import { providers, worldOf, type Provider } from '../live/worlds.ts'
import { invite, now } from '../samples.ts'
import { reasons } from './reasons.ts'
import './capabilities.css'

/** What a pending row and a link look like there, without asking the provider. */
const asks: Record<Provider, AcceptField[]> = {
  memory: [],
  grafana: [
    { name: 'name', required: false },
    { name: 'username', required: true },
    { name: 'password', required: true, secret: 'new' },
  ],
  harness: [
    { name: 'name', required: true },
    { name: 'password', required: true, secret: 'new' },
  ],
  astronomer: [],
  enhance: [{ name: 'password', required: true, secret: 'either' }],
  betterAuth: [],
}

const sample = memory({ seed: [invite(0)], now })
const mail = { to: 'ada@example.com', url: '', sentAt: '' }

/** The three components over every provider, side by side: what shows, what is absent, and why. */
export function Capabilities() {
  return Object.keys(providers).map((name) => <Row key={name} provider={name as Provider} />)
}

function Row({ provider }: { provider: Provider }) {
  const { inviter, invitee, roles } = worldOf(provider)
  // The provider's own operations, with a list and a preview that have something to show.
  const key = `sample-${provider}`
  const seen = { status: 'pending', email: mail.to, asks: asks[provider] } as const
  const recipient = { ...invitee(mail), key, lookup: () => Promise.resolve(seen) }
  const absent = Object.entries(reasons[provider])
  return (
    <section className="capabilities" aria-label={providers[provider]}>
      <header>
        <h2>{providers[provider]}</h2>
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
      <PendingInvitesTable transport={{ ...inviter, key, list: sample.list }} roles={roles} />
      <AcceptInvitePage transport={recipient} link={inviteLink({ token: key })} viewer={null} />
    </section>
  )
}
