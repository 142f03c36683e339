// The table over invites in memory, alone or with the form beside it.
import { QueryClient } from '@tanstack/react-query'
import { InviteForm, PendingInvitesTable, listInvitesOptions } from '../../../src/index.ts'
import type { InvitePage } from '../../../src/schema.ts'
import type { InviteTransport } from '../../../src/transport.ts'
import { memory, type MemoryInvite } from '../../../src/transports/memory.ts'
import { emulateGrafana } from '../../emulators/grafana.ts'
import { grafana } from '../../../src/transports/grafana.ts'
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
  /** Of Grafana, which returns everything. */
  grafana?: boolean
}

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

/** Made before the clock starts. */
let invites: MemoryInvite[] = []
let transport: InviteTransport<'create' | 'list'>
let client: QueryClient | undefined

const pageOf = ({ pageSize }: Setting): InvitePage => ({
  invites: invites.slice(0, pageSize),
  total: invites.length,
  next: 'more',
})

const waited = (latency: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, latency)
  })

function grafanaWith(latency: number) {
  const { fetch, state } = emulateGrafana()
  for (const [index, { email = '', name = '', createdAt = '' }] of invites.entries())
    state.invites.push({
      id: index,
      orgId: 1,
      code: `code${index}`,
      email,
      name,
      role: index % 3 ? 'Viewer' : 'Admin',
      status: 'InvitePending',
      emailSent: true,
      created: Math.floor(Date.parse(createdAt) / 1000) * 1000,
    })
  return grafana({
    baseUrl: 'https://grafana.acme.test',
    token: 'glsa_inviter',
    fetch: async (...request) => {
      await waited(latency)
      return fetch(...request)
    },
  })
}

function transportOf(setting: Setting): InviteTransport<'create' | 'list'> {
  const { latency = 0, found } = setting
  if (setting.grafana) return grafanaWith(latency)
  const provider = memory({ seed: invites, roles, latency })
  if (!found) return provider
  const page = pageOf(setting)
  const list = async () => {
    await waited(latency)
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
      if (!setting) return
      transport = counted(transportOf(setting))
      if (!setting.atHand) return
      const { queryKey } = listInvitesOptions(transport, { pageSize: setting.pageSize })
      client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
      client.setQueryData(queryKey, pageOf(setting))
    },
    mount: ({ pageSize, withForm }: Setting) =>
      mount(
        <>
          {withForm && <InviteForm transport={transport} />}
          <PendingInvitesTable transport={transport} defaultView={{ pageSize }} />
        </>,
        client,
      ),
  },
})
