'use client'
import { AcceptInvitePage, type InviteLink } from 'invite-kit'
import { http } from 'invite-kit/transports'
import { useRouter } from 'next/navigation'

const invites = http({ url: '/api/invites', operations: ['lookup', 'accept', 'decline'] })

export function Accept({ link }: { link?: InviteLink }) {
  const router = useRouter()
  if (!link) return <p>There is no invitation in this address.</p>
  return (
    <AcceptInvitePage
      transport={invites}
      link={link}
      viewer={null}
      onDone={() => router.push('/')}
    />
  )
}
