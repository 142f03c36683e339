import { inviteLink, type InviteLink } from '../../src/input/token.ts'
import type { InviteRole, InviteTransport } from '../../src/transport.ts'
import {
  grafana,
  harness,
  memory,
  type Fetch,
  type MemoryInvite,
} from '../../src/transports/index.ts'
import type { Emulator, Mail } from '../../test/emulators/emulator.ts'
import { emulateGrafana } from '../../test/emulators/grafana.ts'
import { emulateHarness } from '../../test/emulators/harness.ts'
import { keep, kept } from './kept.ts'

/** A provider with the people around it: who invites, what is mailed, who comes. */
export interface World {
  inviter: InviteTransport<'create' | 'list'>
  invitee: InviteTransport<'accept'>
  roles?: InviteRole[]
  outbox: () => Mail[]
  /** What the app reads from the link of a mail. */
  open: (url: string) => InviteLink
  /** What the browser does where the provider goes on by navigation. */
  visit?: (url: string) => Promise<void>
}

export type Provider = 'memory' | 'grafana' | 'harness'

const worlds = new Map<Provider, World>()

/** One world for each provider, for as long as the tab lives. */
export function worldOf(provider: Provider): World {
  const world = worlds.get(provider) ?? make[provider]()
  worlds.set(provider, world)
  return world
}

const make: Record<Provider, () => World> = {
  memory() {
    const state = kept('live-memory', () => ({
      invites: [] as MemoryInvite[],
      outbox: [] as Mail[],
    }))
    const save = () => keep('live-memory', state)
    const transport = memory({
      seed: state.invites,
      latency: 150,
      organization: 'Analytical Engines',
      roles: [
        { value: 'member', label: 'Member' },
        { value: 'admin', label: 'Admin' },
      ],
      onChange: (invites) => {
        state.invites = invites
        save()
      },
      onMail: (mail) => {
        state.outbox.push({ ...mail, sentAt: new Date().toISOString() })
        save()
      },
    })
    return {
      inviter: transport,
      invitee: transport,
      outbox: () => state.outbox,
      open: (url) => inviteLink({ token: new URL(url).searchParams.get('token') ?? '' }),
    }
  },

  grafana() {
    const server = emulateGrafana({ state: kept('live-grafana', () => undefined) })
    const fetch = slow('live-grafana', server)
    const baseUrl = 'https://grafana.acme.test'
    return {
      inviter: grafana({ baseUrl, token: 'glsa_inviter', fetch }),
      invitee: grafana({ baseUrl, fetch }),
      outbox: () => server.state.outbox,
      open: (url) => inviteLink({ token: new URL(url).pathname.split('/').at(-1) ?? '' }),
    }
  },

  harness() {
    const server = emulateHarness({ state: kept('live-harness', () => undefined) })
    const fetch = slow('live-harness', server)
    // As behind the app's own server, which holds the key; the browser never does.
    const transport = harness({
      accountIdentifier: 'kmpySmUISimoRrJL6NL73w',
      apiKey: 'pat.inviter',
      fetch,
    })
    return {
      inviter: transport,
      invitee: transport,
      roles: [
        { value: '_account_viewer', label: 'Account Viewer' },
        { value: '_account_admin', label: 'Account Admin' },
      ],
      outbox: () => server.state.outbox,
      open: (url) => {
        const { searchParams } = new URL(url)
        return inviteLink({
          token: searchParams.get('token') ?? '',
          email: decodeURIComponent(searchParams.get('email') ?? ''),
        })
      },
      visit: async (url) => {
        await fetch(url, { redirect: 'manual' })
      },
    }
  },
}

/** Takes its time, as a network does, and keeps the provider's state. */
function slow(key: string, server: Emulator<{ outbox: Mail[] }>): Fetch {
  return async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, 150))
    const response = await server.fetch(...args)
    keep(key, server.state)
    return response
  }
}
