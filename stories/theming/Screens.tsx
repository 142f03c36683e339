import { useState } from 'react'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import type { Parts } from '../../src/components/parts.ts'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { inviteLink } from '../../src/input/token.ts'
import { memory } from '../../src/transports/memory.ts'
import { invite, now, roles } from '../samples.ts'

const day = 24 * 3_600_000
const lapsed = new Date(now().getTime() - 2 * day).toISOString()
const seed = [
  invite(0),
  invite(1, { mailed: false }),
  invite(2),
  invite(3, { expiresAt: lapsed }),
  invite(4),
]
const seats = { total: 25, members: 17, pending: 5 }

let worlds = 0

/** The three components, each over people of its own. */
export function Screens({ parts }: { parts?: Parts | undefined }) {
  const [transport] = useState(() =>
    memory({
      key: `theming-${++worlds}`,
      roles,
      now,
      seed,
      organization: 'Northwind',
      random: () => 0.5,
      viewer: { email: 'ada.lovelace@example.com', emailVerified: true },
    }),
  )
  return (
    <>
      <InviteForm transport={transport} seats={seats} now={now} parts={parts} />
      <AcceptInvitePage
        transport={transport}
        link={inviteLink({ token: 'token-0' })}
        documentTitle={false}
        framed={false}
      />
      <PendingInvitesTable transport={transport} now={now} parts={parts} />
    </>
  )
}
