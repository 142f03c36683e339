// The table over invites in memory, alone or with the form beside it.
import { InviteForm, PendingInvitesTable, listInvitesOptions } from '../../../src/index.ts'
import type { InvitePage } from '../../../src/schema.ts'
import type { InviteOperation, InviteTransport } from '../../../src/transport.ts'
import { memory, type MemoryInvite } from '../../../src/transports/memory.ts'
import { calls, counted } from './counted.ts'
import { mount } from './mount.tsx'
import { seed } from './seed.ts'

interface Setting {
  pageSize: number
  /** Milliseconds of each call. */
  latency?: number
  /** The page is at hand, as one that the app has prefetched. */
  atHand?: boolean
  /** The transport answers with the page: what it does to find it is no matter of the table. */
  found?: boolean
  withForm?: boolean
}

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

/** Made before the clock starts. */
let invites: MemoryInvite[] = []
let transport: InviteTransport<InviteOperation>

const pageOf = ({ pageSize }: Setting): InvitePage => ({
  invites: invites.slice(0, pageSize),
  total: invites.length,
  next: 'more',
})

function transportOf(setting: Setting): InviteTransport<InviteOperation> {
  const { latency = 0, found } = setting
  const provider = memory({ seed: invites, roles, latency })
  if (!found) return provider
  const page = pageOf(setting)
  const list = async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, latency)
    })
    Object.assign(globalThis, { answered: performance.now() })
    return page
  }
  return { ...provider, list }
}

Object.assign(globalThis, {
  bench: {
    calls,
    /** Also the provider, whose invites are no matter of the table. */
    prepare: (count: number, setting?: Setting) => {
      invites = seed(count)
      if (setting) transport = counted(transportOf(setting))
    },
    mount: (setting: Setting) => {
      const { pageSize, atHand } = setting
      const { queryKey } = listInvitesOptions(transport, { pageSize })
      const page = pageOf(setting)
      return mount(
        <>
          {setting.withForm && <InviteForm transport={transport} />}
          <PendingInvitesTable transport={transport} defaultView={{ pageSize }} />
        </>,
        (client) => {
          if (!atHand) return
          client.setDefaultOptions({ queries: { staleTime: Infinity } })
          client.setQueryData(queryKey, page)
        },
      )
    },
  },
})
