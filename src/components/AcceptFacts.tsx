import type { ReactNode } from 'react'
import { isOwner } from '../hooks/acceptStops.js'
import type { AcceptKnown } from '../hooks/acceptState.js'
import { maskEmail } from '../input/maskEmail.js'
import type { AcceptLabels } from '../locales/en.js'
import type { acceptNames } from './acceptNames.js'
import { OthersAddress } from './OthersAddress.js'
import { Say } from './Say.js'
import { Time } from './Time.js'

interface AcceptFactsProps {
  known: AcceptKnown
  names: ReturnType<typeof acceptNames>
  labels: AcceptLabels
}

/** Who invites whom to what, who is signed in, and what is odd about it: to be read before the buttons. */
export function AcceptFacts({ known, names, labels }: AcceptFactsProps) {
  const { preview, viewer } = known
  const { inviter, role, suspicions } = names
  const email = preview?.email
  const secret = preview?.asks.find(({ name }) => name === 'password')?.secret
  const facts: [sentence: string, values?: Record<string, ReactNode>][] = []
  if (inviter) facts.push([labels.invitedBy, { inviter: <bdi>{inviter}</bdi> }])
  if (email)
    facts.push([
      labels.invitedAs,
      { email: <OthersAddress>{isOwner(known) ? email : maskEmail(email)}</OthersAddress> },
    ])
  if (viewer?.email)
    facts.push([labels.signedInAs, { email: <OthersAddress>{viewer.email}</OthersAddress> }])
  if (viewer === null) facts.push([labels.signedOut])
  if (role) facts.push([labels.role, { role: <bdi>{role}</bdi> }])
  if (preview?.expiresAt)
    facts.push([
      labels.expires,
      { date: <Time date={preview.expiresAt} locale={labels.locale} to="minute" /> },
    ])
  if (secret === 'new') facts.push([labels.asksNew])
  if (secret === 'current') facts.push([labels.asksCurrent])
  return (
    <>
      <div className="ik-accept-text">
        {facts.map(([sentence, values = {}]) => (
          <p key={sentence}>
            <Say sentence={sentence} values={values} locale={labels.locale} />
          </p>
        ))}
      </div>
      {suspicions.map((suspicion) => (
        <p key={suspicion} className="ik-accept-warning">
          {labels[suspicion]}
        </p>
      ))}
    </>
  )
}
