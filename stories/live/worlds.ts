import { inviteLink, type InviteLink } from '../../src/input/token.ts'
import type { InviteRole, InviteTransport } from '../../src/transport.ts'
import {
  astronomer,
  authress,
  betterAuth,
  enhance,
  grafana,
  harness,
  ledger,
  memory,
  type Fetch,
  type LedgerStorage,
  type MemoryInvite,
} from '../../src/transports/index.ts'
import { emulateAstronomer } from '../../test/emulators/astronomer.ts'
import { acme } from '../../test/emulators/astronomerState.ts'
import { emulateAuthress } from '../../test/emulators/authress.ts'
import { emulateBetterAuth } from '../../test/emulators/betterAuth.ts'
import { sessionOf } from '../../test/emulators/betterAuthState.ts'
import type { Emulator, Mail } from '../../test/emulators/emulator.ts'
import { emulateEnhance } from '../../test/emulators/enhance.ts'
import { accessToken, masterOrg } from '../../test/emulators/enhanceState.ts'
import { emulateGrafana } from '../../test/emulators/grafana.ts'
import { emulateHarness } from '../../test/emulators/harness.ts'
import { keep, kept } from './kept.ts'

/** A provider with the people around it: who invites, what is mailed, who comes. */
export interface World {
  inviter: InviteTransport<'create' | 'list'>
  /** As the one whom a mail went to, signed in at the provider where it wants that. */
  invitee: (mail: Mail) => InviteTransport<'accept'>
  roles?: InviteRole[]
  outbox: () => Mail[]
  /** What the app reads from the link of a mail. */
  open: (url: string) => InviteLink
  /** What the browser does where the provider goes on by navigation. */
  visit?: (url: string) => Promise<void>
}

export const providers = {
  memory: 'In memory',
  grafana: 'Grafana, emulated on the wire',
  harness: 'Harness, emulated on the wire',
  authress: 'Authress with a ledger, emulated on the wire',
  astronomer: 'Astronomer (v1alpha1), emulated on the wire',
  enhance: 'Enhance, emulated on the wire',
  betterAuth: 'better-auth, emulated on the wire',
}
export type Provider = keyof typeof providers

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
      invitee: () => transport,
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
      invitee: () => grafana({ baseUrl, fetch }),
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
      invitee: () => transport,
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

  authress() {
    const server = emulateAuthress({ state: kept('live-authress', () => undefined) })
    const fetch = slow('live-authress', server)
    const deliver = ({ email, url }: { email: string; url: string }) => {
      server.state.outbox.push({ to: email, url, sentAt: new Date().toISOString() })
      keep('live-authress', server.state)
    }
    const over = (token: string) =>
      authress({
        baseUrl: 'https://login.acme.test',
        token,
        toStatements: (role) => [
          { roles: [role], resources: [{ resourceUri: '/workspaces/ws-42/*' }] },
        ],
        linkOf: (id) => `https://app.acme.test/invite?inviteId=${id}`,
        deliver,
        fetch,
      })
    const service = over('jwt.service')
    return {
      inviter: ledger(service, ledgerStorage, { deliver }),
      invitee: ({ to }) => {
        const token = `jwt.${to}`
        const { users } = server.state
        if (!users.some((user) => user.token === token))
          users.push({ userId: to, token, statements: [] })
        // The app's server reads what somebody without rights may not; they accept themselves.
        return { ...over(token), lookup: service.lookup }
      },
      roles: [
        { value: 'Editor', label: 'Editor' },
        { value: 'Viewer', label: 'Viewer' },
      ],
      outbox: () => server.state.outbox,
      open: (url) => inviteLink({ token: new URL(url).searchParams.get('inviteId') ?? '' }),
    }
  },

  astronomer() {
    const server = emulateAstronomer({ state: kept('live-astronomer', () => undefined) })
    const fetch = slow('live-astronomer', server)
    const over = (token: string) =>
      astronomer({ apiVersion: 'v1alpha1', organizationId: acme, token, fetch })
    return {
      inviter: over('user.owner'),
      invitee: ({ to }) => {
        const token = `user.${to}`
        if (!server.state.tokens.some((known) => known.token === token))
          server.state.tokens.push({ token, username: to })
        return over(token)
      },
      outbox: () => server.state.outbox,
      open: (url) => inviteLink({ token: new URL(url).searchParams.get('id') ?? '' }),
    }
  },

  enhance() {
    const server = emulateEnhance({ state: kept('live-enhance', () => undefined) })
    const fetch = slow('live-enhance', server)
    const panel = { baseUrl: 'https://panel.acme.test', orgId: masterOrg, fetch }
    return {
      inviter: enhance({ ...panel, token: accessToken }),
      invitee: () => enhance(panel),
      outbox: () => server.state.outbox,
      open: (url) => {
        const { pathname, searchParams } = new URL(url)
        return inviteLink({
          token: pathname.split('/').at(-1) ?? '',
          email: searchParams.get('email') ?? undefined,
        })
      },
    }
  },

  betterAuth() {
    const server = emulateBetterAuth({
      bearer: true,
      state: kept('live-better-auth', () => undefined),
    })
    const fetch = slow('live-better-auth', server)
    const over = (token: string) =>
      betterAuth({
        baseUrl: 'https://app.acme.test/api/auth',
        organizationId: 'org-acme',
        token,
        fetch,
      })
    return {
      inviter: over(sessionOf('ada')),
      invitee: ({ to }) => {
        const { users, sessions } = server.state
        if (!users.some(({ email }) => email === to)) {
          users.push({ id: `user-${to}`, name: to, email: to, emailVerified: false })
          sessions.push({ token: sessionOf(to), userId: `user-${to}`, activeOrganizationId: null })
        }
        return over(sessionOf(to))
      },
      outbox: () => server.state.outbox,
      open: (url) => inviteLink({ token: new URL(url).searchParams.get('id') ?? '' }),
    }
  },
}

/** A store of the tab. An app's would be on its server, and outlive every page. */
const ledgerStorage: LedgerStorage = {
  getItem: (key) => kept<unknown>(key, () => null),
  setItem: keep,
  removeItem: (key) => sessionStorage.removeItem(key),
  getKeys: (base) => Object.keys(sessionStorage).filter((key) => key.startsWith(base)),
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
