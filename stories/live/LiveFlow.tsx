import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import type { Mail } from '../../test/emulators/emulator.ts'
import { Outbox } from './Outbox.tsx'
import { ServerFlow } from './ServerFlow.tsx'
import { organizationHere, type ServerProvider } from './serverTransports.ts'
import { useHash } from './useHash.ts'
import { providers, worldOf, type Provider } from './worlds.ts'
import './live.css'

export type FlowProvider = ServerProvider | Provider

/** The whole flow over one provider: invite, watch, read the mail, open its link, answer. */
export function LiveFlow({ provider }: { provider: FlowProvider }) {
  return provider === 'server' || provider === 'better-auth' ? (
    <OverServer provider={provider} />
  ) : (
    <Emulated provider={provider} />
  )
}

/** A static build has no server: the flow then runs in memory, and says so. */
function OverServer({ provider }: { provider: ServerProvider }) {
  const { data: organizationId, isPending } = useQuery({
    queryKey: ['live', 'organization'],
    queryFn: organizationHere,
    staleTime: Infinity,
  })
  if (isPending) return null
  if (organizationId) return <ServerFlow provider={provider} organizationId={organizationId} />
  return <Emulated provider="memory" note="This page is a static build without a server." />
}

function Emulated({ provider, note }: { provider: Provider; note?: string }) {
  const world = worldOf(provider)
  const opened = useHash()
  const mail = world.outbox()[Number(opened.replace('#mail-', '') || NaN)]
  if (mail) return <Invitee provider={provider} mail={mail} />
  return (
    <div className="live">
      <p className="live-provider">
        {note} {providers[provider]}
      </p>
      <div className="live-inviter">
        <InviteForm transport={world.inviter} roles={world.roles} />
        <PendingInvitesTable
          transport={world.inviter}
          roles={world.roles}
          defaultView={{ pageSize: 10 }}
        />
      </div>
      <Outbox mails={world.outbox} />
    </div>
  )
}

function Invitee({ provider, mail }: { provider: Provider; mail: Mail }) {
  const world = worldOf(provider)
  // What the link carries is taken from it once, as an app does before it renders.
  const [link] = useState(() => world.open(mail.url))
  const [transport] = useState(() => world.invitee(mail))
  const back = () => {
    location.hash = ''
  }
  return (
    <div className="live-invitee">
      <AcceptInvitePage
        transport={transport}
        link={link}
        viewer={null}
        onDone={back}
        onContinue={(next) => void world.visit?.(next).then(() => openAnew(provider))}
      />
      <button type="button" className="live-back" onClick={back}>
        Back to the inviter
      </button>
    </div>
  )
}

/** As a provider does that leads back to the page after its own: with the provider that the toolbar has chosen. */
function openAnew(provider: Provider) {
  const here = new URL(location.href)
  here.searchParams.set('globals', `transport:${provider}`)
  history.replaceState(history.state, '', here)
  location.reload()
}
