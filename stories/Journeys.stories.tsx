import { useState, type ReactNode } from 'react'
import preview from '../.storybook/preview.tsx'
import type { AcceptInvitePageProps } from '../src/components/AcceptInvitePage.tsx'
import { AcceptInvitePage } from '../src/english/AcceptInvitePage.tsx'
import { InviteForm } from '../src/english/InviteForm.tsx'
import type { InviteErrorCode } from '../src/error.ts'
import { inviteLink } from '../src/input/token.ts'
import type { InvitePreview, InviteRef, Viewer } from '../src/schema.ts'
import { memory, type MemoryOptions } from '../src/transports/memory.ts'
import { invite, now, roles } from './samples.ts'

/** Ways on from what went wrong, with the part that an app has in them. */
const meta = preview.meta({
  title: 'Journeys',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
})

const link = inviteLink({ token: 'token-0' })
let worlds = 0
const over = (options: MemoryOptions = {}) =>
  memory({
    key: `journey-${++worlds}`,
    seed: [invite(0)],
    roles,
    now,
    organization: 'Analytical Engines',
    ...options,
  })

/** Only the first call of it fails. */
const once = (code: InviteErrorCode) => {
  let calls = 0
  return () => (calls++ ? undefined : code)
}

/** An app that sees to what the page leaves to it, and says that it has. */
function App({ viewer: first, ...props }: Partial<AcceptInvitePageProps> & { viewer?: Viewer }) {
  const [transport] = useState(() => props.transport ?? over())
  const [viewer, setViewer] = useState<Viewer | null>(first ?? null)
  const [said, say] = useState<ReactNode>()
  return (
    <>
      <AcceptInvitePage
        {...props}
        transport={transport}
        link={link}
        viewer={viewer}
        onSwitchAccount={() => setViewer({ email: 'ada.lovelace@example.com' })}
        onAskAgain={() => say('Katherine Johnson has been asked.')}
        onDone={() => say('You are in.')}
      />
      <p role="status">{said}</p>
    </>
  )
}

/** Another account is signed in; the app changes it, and the invitation waits. */
export const SwitchAccount = meta.story({
  render: () => <App viewer={{ email: 'charles@example.com' }} />,
})

export const AskAgain = meta.story({
  render: () => (
    <App
      transport={over({ seed: [invite(0, { expiresAt: '2026-03-01T09:00:00.000Z' })] })}
      viewer={{ email: 'ada.lovelace@example.com' }}
    />
  ),
})

/** The first press finds no connection. */
export const AcceptedAtLast = meta.story({
  render: () => <App transport={over({ faults: { accept: once('offline') } })} />,
})

const asking = () => {
  const provider = over()
  return {
    ...provider,
    lookup: async (input: InviteRef): Promise<InvitePreview> => ({
      ...(await provider.lookup(input)),
      asks: [
        { name: 'name', required: false, value: 'Ada Lovelace' },
        { name: 'password', required: true, secret: 'new' },
      ],
    }),
  }
}

/** The provider makes an account, and asks for what it needs. */
export const FillIn = meta.story({ render: () => <App transport={asking()} /> })

const late = over({ faults: { create: once('offline') } })
/** The first press finds no connection. */
export const SentAtLast = meta.story({ render: () => <InviteForm transport={late} /> })
