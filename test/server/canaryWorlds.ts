import {
  astronomer,
  authress,
  enhance,
  grafana,
  harness,
  type Fetch,
} from '../../src/transports/index.js'
import type { HttpOptions } from '../../src/transports/request.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import { acme } from '../emulators/astronomerState.ts'
import { accessToken } from '../emulators/enhanceState.ts'
import * as astronomerWorld from '../transports/astronomerSetUp.ts'
import * as authressWorld from '../transports/authressSetUp.ts'
import { claims } from '../transports/claims.ts'
import type { World } from '../transports/conformance.ts'
import * as enhanceWorld from '../transports/enhanceSetUp.ts'
import * as grafanaWorld from '../transports/grafanaSetUp.ts'
import * as harnessWorld from '../transports/harnessSetUp.ts'

/** A provider's credential as the handler holds it; the emulators know it by another name. */
export const canary = 'canary_9b41d07c62e8'
/** What invitees choose. */
export const password = 'S3cret-canary-pass!'

/** With all that the emulator keeps, and its transport with whatever every transport takes. */
export interface ProviderWorld extends World {
  state: object
  /** The emulator's, where its rows have dates. */
  clock?: { time: number }
  transport: (fetch: Fetch, more?: HttpOptions) => InviteTransport
}

export interface Provider {
  can: readonly InviteOperation[]
  /** What the provider lets everybody do: no credential goes there. */
  anonymous: readonly InviteOperation[]
  /** A fresh emulator with a pending invite, its transport holding the canary. */
  begin: () => Promise<ProviderWorld>
}

export const providers: Record<string, Provider> = {
  grafana: {
    can: claims.grafana,
    anonymous: ['lookup', 'accept'],
    begin: async () => {
      const { baseUrl, ana, setUp } = grafanaWorld
      const { fetch, transport, state, clock } = setUp()
      const { invite: { id } = { id: '' } } = await transport.create(ana)
      return {
        state,
        clock,
        fetch: knownAs('glsa_inviter', fetch),
        transport: (over, more) => grafana({ baseUrl, token: canary, fetch: over, ...more }),
        inputs: {
          create: { email: 'bo@acme.test', role: 'Viewer', name: 'Bo Li' },
          list: { search: 'ana' },
          lookup: { token: id },
          accept: { token: id, name: 'Ana', username: 'ana', password },
          resend: { id },
          revoke: { id },
        },
      }
    },
  },
  harness: {
    can: claims.harness,
    anonymous: ['accept'],
    begin: async () => {
      const { account, ana, setUp } = harnessWorld
      const { fetch, transport, open, verify, state } = setUp()
      await transport.create(ana)
      const { id = '' } = (await transport.list({})).invites[0] ?? {}
      const { token } = open()
      await transport.create({ email: 'cleo@acme.test' })
      const clicked = open()
      await verify()
      return {
        state,
        fetch: knownAs('pat.inviter', fetch),
        transport: (over, more) =>
          harness({ accountIdentifier: account, apiKey: canary, fetch: over, ...more }),
        inputs: {
          create: { email: 'bo@acme.test', role: '_account_viewer' },
          createMany: [{ email: 'di@acme.test' }, { email: 'eve@acme.test' }],
          list: {},
          lookup: { token },
          accept: { ...clicked, name: 'Cleo', password },
          resend: { id },
          update: { id, role: '_account_admin' },
          revoke: { id },
        },
      }
    },
  },
  astronomer: {
    can: claims['astronomer v1alpha1'],
    anonymous: [],
    begin: async () => {
      const { ana, setUp } = astronomerWorld
      const { fetch, alpha, state, clock } = setUp()
      const { invite: { id } = { id: '' } } = await alpha.create(ana)
      state.tokens.push({ token: 'user.ana', username: ana.email })
      return {
        state,
        clock,
        // One credential for both sides: the owner's, and the invitee's own for what is theirs.
        fetch: (...args) => {
          const request = new Request(...args)
          const own = request.url.includes('/users/self')
          return knownAs(own ? 'user.ana' : 'user.owner', fetch)(request)
        },
        transport: (over, more) =>
          astronomer({
            apiVersion: 'v1alpha1',
            organizationId: acme,
            token: canary,
            fetch: over,
            ...more,
          }),
        inputs: {
          create: { email: 'bo@acme.test', role: 'ORGANIZATION_OWNER' },
          list: { search: 'ana' },
          lookup: { token: id },
          accept: { token: id },
          decline: { token: id },
          resend: { id },
          revoke: { id },
        },
      }
    },
  },
  enhance: {
    can: claims.enhance,
    anonymous: ['lookup', 'accept', 'viewer'],
    begin: async () => {
      const { ana, baseUrl, orgId, setUp } = enhanceWorld
      const { fetch, transport, open, state, clock } = setUp()
      await transport.create(ana)
      const { id = '' } = (await transport.list({})).invites[0] ?? {}
      const ref = open()
      return {
        state,
        clock,
        fetch: knownAs(accessToken, fetch),
        transport: (over, more) => enhance({ baseUrl, orgId, token: canary, fetch: over, ...more }),
        inputs: {
          create: { email: 'bo@acme.test', name: 'Bo Li', role: 'Support' },
          list: { search: 'ana' },
          viewer: {},
          lookup: ref,
          resend: { id },
          update: { id, role: 'Support' },
          accept: { ...ref, password },
          revoke: { id },
        },
      }
    },
  },
  authress: {
    can: claims.authress,
    anonymous: [],
    begin: async () => {
      const { ana, given, setUp } = authressWorld
      const { fetch, transport, now, state, clock, deliver } = setUp()
      const { invite: { id } = { id: '' } } = await transport.create(ana)
      return {
        state,
        clock,
        fetch: knownAs(given.token, fetch),
        transport: (over, more) =>
          authress({ ...given, token: canary, deliver, fetch: over, now, ...more }),
        inputs: {
          create: { email: 'bo@acme.test', role: 'Viewer' },
          lookup: { token: id, email: ana.email },
          accept: { token: id },
          revoke: { id },
        },
      }
    },
  },
}

/** The emulator sees its own credential where the canary was sent. */
export function knownAs(known: string, fetch: Fetch): Fetch {
  return (input, init) => {
    const request = new Request(input, init)
    request.headers.forEach((value, name) => {
      request.headers.set(name, value.replaceAll(canary, known))
    })
    return fetch(request)
  }
}
