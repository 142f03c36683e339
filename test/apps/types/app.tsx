import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  AcceptInvitePage,
  InviteForm,
  PendingInvitesTable,
  can,
  inviteLink,
  useInviteForm,
  usePendingInvites,
  type CreateInviteInput,
  type InviteErrorCode,
  type InviteTransport,
} from 'invite-kit'
import * as worded from 'invite-kit/components'
import * as german from 'invite-kit/locales/de'
import { form } from 'invite-kit/locales/en'
import { createInviteHandler, type Authorize } from 'invite-kit/server'
import { http, memory } from 'invite-kit/transports'
import 'invite-kit/styles.css'
import { useState, type ComponentProps, type ReactElement } from 'react'

const invites = http({ url: '/api/invites', operations: ['create', 'list', 'resend', 'revoke'] })
const invitee = http({ url: '/api/invites', operations: ['lookup', 'accept', 'viewer'] })

export function People(): ReactElement {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <InviteForm
        transport={invites}
        labels={{ title: form.title.toUpperCase() }}
        parts={{ Button }}
        onOutcome={(outcome) => {
          if (outcome.status === 'failed') show(outcome.input, outcome.error.code)
        }}
      />
      <worded.InviteForm transport={invites} labels={german.form} csvLabels={german.csv} />
      <PendingInvitesTable transport={invites} emptyAction={<Own transport={invites} />} />
      <AcceptInvitePage transport={invitee} link={inviteLink({ token: 't' })} />
    </QueryClientProvider>
  )
}

const Button = (props: ComponentProps<'button'>) => <button {...props} />
const show = ({ email }: CreateInviteInput, code: InviteErrorCode) => `${email} ${code}`

function Own({ transport }: { transport: InviteTransport<'create' | 'list'> }) {
  const { entries, submit } = useInviteForm(transport)
  const { rows, revoke } = usePendingInvites(transport)
  return (
    <button type="button" onClick={() => void submit()}>
      {entries.length} of {rows.length} {revoke ? 'revocable' : ''} {can(transport, 'list') && '!'}
    </button>
  )
}

const authorize: Authorize = ({ operation }) => ({ ok: operation !== 'revoke' })
export const POST: (request: Request) => Promise<Response> = createInviteHandler({
  transport: memory({ seed: [] }),
  authorize,
})

// @ts-expect-error it has no sentence of its own
void worded.PendingInvitesTable({ transport: invites })
// @ts-expect-error what a transport cannot do it has no method for
void invites.accept
