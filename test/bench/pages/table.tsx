// The table over invites in memory, alone or with the form beside it.
import { InviteForm, PendingInvitesTable } from '../../../src/index.ts'
import type { InviteOperation, InviteTransport } from '../../../src/transport.ts'
import { memory, type MemoryInvite } from '../../../src/transports/memory.ts'
import { calls, counted } from './counted.ts'
import { mount } from './mount.tsx'
import { seed } from './seed.ts'

interface Setting {
  pageSize: number
  /** Milliseconds of each call. */
  latency?: number
  /** The page is at hand: what a transport does to find it is no matter of the table. */
  atHand?: boolean
  withForm?: boolean
}

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

/** Made before the clock starts. */
let invites: MemoryInvite[] = []

function transportOf({ pageSize, latency = 0, atHand }: Setting): InviteTransport<InviteOperation> {
  const transport = memory({ seed: invites, roles, latency })
  if (!atHand) return transport
  const page = { invites: invites.slice(0, pageSize), total: invites.length, next: 'more' }
  const list = async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, latency)
    })
    Object.assign(globalThis, { answered: performance.now() })
    return page
  }
  return { ...transport, list }
}

Object.assign(globalThis, {
  bench: {
    calls,
    prepare: (count: number) => {
      invites = seed(count)
    },
    mount: (setting: Setting) => {
      const transport = counted(transportOf(setting))
      return mount(
        <>
          {setting.withForm && <InviteForm transport={transport} />}
          <PendingInvitesTable transport={transport} defaultView={{ pageSize: setting.pageSize }} />
        </>,
      )
    },
  },
})
