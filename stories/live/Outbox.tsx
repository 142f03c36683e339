import { useEffect, useState } from 'react'
import type { Mail } from '../../test/emulators/emulator.ts'

/** A link of this page opens here; a provider's own opens as if its page were ours. */
function hrefOf({ url }: Mail, index: number): string {
  const { origin, hash } = new URL(url)
  return origin === location.origin ? hash : `#mail-${index}`
}

/** What the provider has mailed, newest first. */
export function Outbox({ mails }: { mails: () => Mail[] }) {
  const [shown, show] = useState(() => [...mails()])
  useEffect(() => {
    // A mailbox is looked into now and then; nothing tells it.
    const timer = setInterval(() => show([...mails()]), 300)
    return () => clearInterval(timer)
  }, [mails])
  return (
    <section className="live-outbox" aria-labelledby="outbox">
      <h2 id="outbox">Outbox</h2>
      {shown.length === 0 && <p>No mail yet. Invite somebody.</p>}
      <ol reversed>
        {shown
          .map((mail, index) => (
            // Mails are only ever added at the end.
            // oxlint-disable-next-line no-array-index-key
            <li key={index}>
              <strong>{mail.to}</strong>
              <span>You have been invited.</span>
              <a href={hrefOf(mail, index)}>Open the link of mail {index + 1}</a>
            </li>
          ))
          .toReversed()}
      </ol>
    </section>
  )
}
