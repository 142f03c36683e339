import {
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  type DehydratedState,
} from '@tanstack/react-query'
import { StrictMode, Suspense, lazy, useState, type ComponentType } from 'react'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.js'
import { InviteForm } from '../../src/english/InviteForm.js'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.js'
import type { World } from './world.ts'

/** Comes after the shell, as a part does that waits for something. */
const late = <Props,>(component: ComponentType<Props>) =>
  lazy(async () => {
    await new Promise((resolve) => setTimeout(resolve))
    return { default: component }
  })
const Form = late(InviteForm)
const Table = late(PendingInvitesTable)
const Accept = late(AcceptInvitePage)

interface PageProps extends World {
  now: () => Date
  /** What the server has read. */
  state: DehydratedState
}

/** A whole document with all three screens. */
export function Page({ transport, link, now, state }: PageProps) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }),
  )
  return (
    <StrictMode>
      <html lang="en">
        <head>
          <meta charSet="utf-8" />
          <title>People</title>
          <link rel="icon" href="data:," />
        </head>
        <body>
          <QueryClientProvider client={client}>
            <HydrationBoundary state={state}>
              <Suspense fallback={<p>The form comes.</p>}>
                <Form transport={transport} now={now} seats={{ total: 20, members: 3 }} />
              </Suspense>
              <Suspense fallback={<p>The table comes.</p>}>
                <Table transport={transport} now={now} />
              </Suspense>
              <Suspense fallback={<p>The invitation comes.</p>}>
                <Accept transport={transport} link={link} />
              </Suspense>
            </HydrationBoundary>
          </QueryClientProvider>
          <script
            id="state"
            type="application/json"
            dangerouslySetInnerHTML={{ __html: JSON.stringify(state).replaceAll('<', '\\u003c') }}
          />
        </body>
      </html>
    </StrictMode>
  )
}
