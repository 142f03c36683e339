import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { inviteLink, type InviteLink } from '../../src/input/token.ts'
import { Outbox } from './Outbox.tsx'
import { leave, whoIsThere } from './session.ts'
import { SignIn } from './SignIn.tsx'
import { outboxOf, serverTransports, type ServerProvider } from './serverTransports.ts'

/** The owner of the demo, as its server makes it. */
const owner = { email: 'owner@example.com', password: 'owner-password' }

const titles = {
  server: 'better-auth, through the invite handler',
  'better-auth': 'better-auth, directly',
}

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
  const [link, close] = useOpenedLink()
  const [entering, enter] = useState(false)
  /** Nothing that one person saw may be shown to the next one; the organization is everybody's. */
  const changed = (next: { entering: boolean }) => {
    enter(next.entering)
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'organization' })
  }
  const signOut = async (next: { entering: boolean }) => {
    await leave()
    changed(next)
  }
  if (person.isPending) return null

  return (
    <div className="live">
      <p className="live-provider">
        {titles[provider]}
        {person.data && (
          <>
            {' · '}
            {person.data.email}{' '}
            <button
              type="button"
              className="live-back"
              onClick={() => void signOut({ entering: false })}
            >
              Sign out
            </button>
          </>
        )}
      </p>
      {link ? (
        <div className="live-invitee">
          {entering ? (
            <SignIn
              title="Sign in, or make an account"
              email=""
              onEntered={() => changed({ entering: false })}
            />
          ) : (
            <AcceptInvitePage
              key={person.data?.email ?? ''}
              transport={transports.invitee}
              link={link}
              // This server mails nothing, so nobody could verify an address.
              allowUnverified
              onSignIn={() => enter(true)}
              onSwitchAccount={() => void signOut({ entering: true })}
              onDone={close}
            />
          )}
          <button type="button" className="live-back" onClick={close}>
            Back to the inviter
          </button>
        </div>
      ) : person.data ? (
        <div className="live-inviter">
          <InviteForm transport={transports.inviter} />
          <PendingInvitesTable transport={transports.inviter} defaultView={{ pageSize: 10 }} />
        </div>
      ) : (
        <SignIn
          title="Sign in as the owner"
          {...owner}
          onEntered={() => changed({ entering: false })}
        />
      )}
      {!link && <Outbox mails={outboxOf} />}
    </div>
  )
}

/** The link that was opened here, if any, and how to close it. */
function useOpenedLink(): [InviteLink | undefined, () => void] {
  const [link, setLink] = useState(takeLink)
  useEffect(() => {
    const look = () => {
      const opened = takeLink()
      if (opened) setLink(opened)
    }
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  return [link, () => setLink(undefined)]
}

/** Takes the token out of the address bar: from then on it is in the memory of this page only. */
function takeLink(): InviteLink | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (!token) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  return inviteLink({ token })
}
