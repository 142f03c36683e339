import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AcceptInvitePage, InviteForm, PendingInvitesTable, inviteLink } from 'invite-kit'
import { memory } from 'invite-kit/transports'
import 'invite-kit/styles.css'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

const queryClient = new QueryClient()
const mails: { to: string; url: string }[] = []
const invites = memory({
  organization: 'Acme',
  linkBase: '#token=',
  onMail: (mail) => {
    mails.push(mail)
    dispatchEvent(new Event('mail'))
  },
})

function App() {
  const [, setVersion] = useState(0)
  useEffect(() => {
    const again = () => setVersion((version) => version + 1)
    for (const event of ['hashchange', 'mail']) addEventListener(event, again)
    return () => {
      for (const event of ['hashchange', 'mail']) removeEventListener(event, again)
    }
  }, [])
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token)
    return (
      <AcceptInvitePage
        transport={invites}
        link={inviteLink({ token })}
        onDone={() => {
          location.hash = ''
        }}
      />
    )
  return (
    <>
      <InviteForm transport={invites} />
      <PendingInvitesTable transport={invites} />
      {mails.map(({ to, url }) => (
        <a key={url} href={url}>
          Mail to {to}
        </a>
      ))}
    </>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
