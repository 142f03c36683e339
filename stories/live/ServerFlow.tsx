import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { AcceptInvitePage } from '../../src/components/AcceptInvitePage.tsx'
import { InviteForm } from '../../src/components/InviteForm.tsx'
import { PendingInvitesTable } from '../../src/components/PendingInvitesTable.tsx'
import { inviteLink, type InviteLink } from '../../src/input/token.ts'
import type { InviteTransport } from '../../src/transport.ts'
import { Outbox } from './Outbox.tsx'
import { leave, whoIsThere } from './session.ts'
import { SignIn } from './SignIn.tsx'
import { outboxOf, serverTransports, type ServerProvider } from './serverTransports.ts'
import { useHash } from './useHash.ts'

/** The owner of the demo, as its server makes it. */
const owner = { email: 'owner@example.com', password: 'owner-password' }

interface ServerFlowProps {
  provider: ServerProvider
  organizationId: string
}

/** The flow over a real server: better-auth in the development server, through the handler or directly. */
export function ServerFlow({ provider, organizationId }: ServerFlowProps) {
  const transports = useMemo(
    () => serverTransports(provider, organizationId),
    [provider, organizationId],
  )
  const client = useQueryClient()
  const person = useQuery({ queryKey: ['live', 'person'], queryFn: whoIsThere })
  const hash = useHash()
  const token = new URLSearchParams(hash.slice(1)).get('token')
  // Nothing that one person saw may be shown to the next one.
  const changed = () => void client.resetQueries()
  const signOut = () => void leave().then(changed)
  if (person.isPending) return null

  return (
    <div className="live">
      <p className="live-provider">
        {provider === 'server'
          ? 'better-auth, through the invite handler'
          : 'better-auth, directly'}
        {person.data && (
          <>
            {' · '}
            {person.data.email}{' '}
            <button type="button" className="live-back" onClick={signOut}>
              Sign out
            </button>
          </>
        )}
      </p>
      {token ? (
        <Invitee
          key={person.data?.email ?? ''}
          transport={transports.invitee}
          link={inviteLink({ token })}
          changed={changed}
        />
      ) : person.data ? (
        <div className="live-inviter">
          <InviteForm transport={transports.inviter} />
          <PendingInvitesTable transport={transports.inviter} pageSize={10} />
        </div>
      ) : (
        <SignIn title="Sign in as the owner" {...owner} onEntered={changed} />
      )}
      {!token && <Outbox mails={outboxOf} />}
    </div>
  )
}

interface InviteeProps {
  transport: InviteTransport<'accept'>
  link: InviteLink
  changed: () => void
}

function Invitee({ transport, link, changed }: InviteeProps) {
  const [entering, enter] = useState(false)
  const back = () => {
    location.hash = ''
  }
  return (
    <div className="live-invitee">
      {entering ? (
        <SignIn title="Sign in, or make an account" email="" onEntered={changed} />
      ) : (
        <AcceptInvitePage
          transport={transport}
          link={link}
          onSignIn={() => enter(true)}
          onSwitchAccount={() => void leave().then(() => enter(true))}
          onDone={back}
        />
      )}
      <button type="button" className="live-back" onClick={back}>
        Back to the inviter
      </button>
    </div>
  )
}
