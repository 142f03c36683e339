// An app with a page for invite links, as the README has it. Its server is app.ts.
import { link } from './link.ts'
import { followed } from './spies.ts'
import '../../expectedReact.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AcceptInvitePage, type InviteOperation, type Viewer } from '../../../src/index.ts'
import { http } from '../../../src/transports/http.ts'
import '../../../src/styles.css'

interface Setup {
  operations: Extract<InviteOperation, 'lookup' | 'accept' | 'decline' | 'viewer'>[]
}

const { operations } = (await (await fetch('/setup')).json()) as Setup
const transport = http({ url: '/api/invites', operations })
const client = followed(new QueryClient())

const whoIsThere = async () => (await (await fetch('/who')).json()) as Viewer | null
const signIn = () => {
  location.assign(`/sign-in?back=${encodeURIComponent(link?.keep() ?? '/')}`)
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      {link ? (
        <AcceptInvitePage
          transport={transport}
          link={link}
          viewer={operations.includes('viewer') ? undefined : whoIsThere}
          onSignIn={signIn}
          onSwitchAccount={signIn}
          onStay={() => location.assign('/home')}
          onAskAgain={() => location.assign('/asked')}
          redirectTo="/home?from=invite"
        />
      ) : (
        <main>
          <h1>No invitation</h1>
        </main>
      )}
    </QueryClientProvider>
  </StrictMode>,
)
