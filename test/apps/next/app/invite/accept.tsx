'use client'
import { AcceptInvitePage, inviteLink } from 'invite-kit'
import { http } from 'invite-kit/transports'
import { useRouter } from 'next/navigation'

const invites = http({ url: '/api/invites', operations: ['lookup', 'accept', 'decline'] })

export function Accept({ token, next }: { token: string; next: string }) {
  const router = useRouter()
  return (
    <AcceptInvitePage
      transport={invites}
      link={inviteLink({ token })}
      viewer={null}
      onDone={() => router.push(next)}
    />
  )
}
