// What is measured, in a page of a production build. Each scene is mounted by name from outside.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { InviteForm, parseRecipients, PendingInvitesTable } from '../../src/index.ts'
import '../../src/styles.css'
import type { InviteOperation, InviteTransport } from '../../src/transport.ts'
import { memory, type MemoryInvite } from '../../src/transports/memory.ts'

const seed = (count: number): MemoryInvite[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `id-${index}`,
    token: `token-${index}`,
    email: `person${index}@example.com`,
    name: `Person ${index}`,
    role: index % 3 ? 'member' : 'admin',
    status: 'pending',
    invitedBy: 'Grace Hopper',
    createdAt: new Date(1_770_000_000_000 - index * 60_000).toISOString(),
    expiresAt: '2099-01-01T00:00:00.000Z',
    mailed: true,
  }))

/** Made before the clock starts. */
let prepared: MemoryInvite[] = []

/** Calls of the transport, by operation. */
const calls: Record<string, number> = {}
function counted(transport: InviteTransport<InviteOperation>): InviteTransport<InviteOperation> {
  const wrapped = Object.entries(transport).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'function'
      ? (...args: unknown[]) => {
          calls[name] = (calls[name] ?? 0) + 1
          return (value as (...all: unknown[]) => unknown)(...args)
        }
      : value,
  ])
  return Object.fromEntries(wrapped) as InviteTransport<InviteOperation>
}

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

const scenes = {
  form: () => <InviteForm transport={{ key: 'bench', create: memory().create }} roles={roles} />,
  textarea: () => (
    <textarea
      aria-label="E-mail addresses"
      onPaste={(event) => {
        const { recipients } = parseRecipients(event.clipboardData.getData('text/plain'))
        document.title = String(recipients.length)
      }}
    />
  ),
  table: ({ pageSize, latency = 0 }: Setting) => (
    <PendingInvitesTable
      transport={counted(memory({ seed: prepared, roles, latency }))}
      defaultView={{ pageSize }}
    />
  ),
  /** Without what a transport has to do: the page is at hand. */
  ready: ({ pageSize }: Setting) => {
    const { key, resend, revoke } = memory()
    const page = { invites: prepared.slice(0, pageSize), total: prepared.length, next: 'more' }
    const list = () => Promise.resolve(page)
    const transport = { key, roles, resend, revoke, list }
    return <PendingInvitesTable transport={transport} defaultView={{ pageSize }} />
  },
  floor: ({ pageSize }: Setting) => <Floor count={Math.min(pageSize, 60)} />,
}

interface Setting {
  pageSize: number
  latency?: number
}

/** The same rows in plain React: no state, no handlers. */
function Floor({ count }: { count: number }) {
  return (
    <section className="ik-table">
      <table className="ik-table-grid">
        <tbody>
          {prepared.slice(0, count).map(({ id, email, name, role, invitedBy }) => (
            <tr key={id} className="ik-row">
              <td className="ik-cell ik-cell-select">
                <input type="checkbox" aria-label="Select" />
              </td>
              <th className="ik-cell ik-cell-email">
                <bdi className="ik-address">{email}</bdi>
                <span className="ik-cell-name">
                  <bdi>{name}</bdi>
                </span>
              </th>
              <td className="ik-cell">{role}</td>
              <td className="ik-cell">
                <span className="ik-badge">Pending</span>
              </td>
              <td className="ik-cell">
                <bdi>{invitedBy}</bdi>
              </td>
              <td className="ik-cell">
                <time>Mar 2, 2026</time>
              </td>
              <td className="ik-cell">
                <time>Jan 1, 2099</time>
                <span className="ik-cell-note">in 72 years</span>
              </td>
              <td className="ik-cell ik-cell-actions">
                <button className="ik-button">Resend</button>
                <button className="ik-button">Revoke</button>
                <button className="ik-button">…</button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

Object.assign(globalThis, {
  bench: {
    calls,
    prepare: (count: number) => {
      prepared = seed(count)
    },
    mount: (scene: keyof typeof scenes, setting: Setting) => {
      const root = createRoot(document.body.appendChild(document.createElement('main')))
      const start = performance.now()
      flushSync(() =>
        root.render(
          <QueryClientProvider client={new QueryClient()}>
            {scenes[scene](setting)}
          </QueryClientProvider>,
        ),
      )
      return start
    },
  },
})
