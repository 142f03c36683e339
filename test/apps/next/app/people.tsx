'use client'
import { useQuery } from '@tanstack/react-query'
import { InviteForm, PendingInvitesTable } from 'invite-kit'
import { http } from 'invite-kit/transports'

const invites = http({ url: '/api/invites', operations: ['create', 'list', 'resend', 'revoke'] })

interface Mail {
  to: string
  url: string
}

export function People() {
  const { data: mails = [] } = useQuery({
    queryKey: ['mails'],
    queryFn: async () => (await (await fetch('/api/mails')).json()) as Mail[],
    refetchInterval: 300,
  })
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
