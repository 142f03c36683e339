import { astronomer, authress, betterAuth, ledger } from '../../src/transports/index.js'
import { acme } from '../emulators/astronomerState.ts'
import { canary, knownAs, providers as behind, type Provider } from '../server/canaryWorlds.ts'
import * as astronomerWorld from '../transports/astronomerSetUp.ts'
import * as betterAuthWorld from '../transports/betterAuthSetUp.ts'
import { claims } from '../transports/claims.ts'
import * as ledgerWorld from '../transports/ledgerSetUp.ts'
import { given } from '../transports/authressSetUp.ts'

const { grafana, harness, authress: bare, astronomer: alpha, enhance } = behind

/** Every provider with its emulator, under the names of `claims`. */
export const providers: Record<string, Provider | undefined> = {
  grafana,
  harness,
  authress: bare,
  enhance,
  'astronomer v1alpha1': alpha,

  'astronomer v1': {
    can: claims['astronomer v1'],
    anonymous: [],
    begin: async () => {
      const { ana, setUp } = astronomerWorld
      const { fetch, v1, state, clock } = setUp()
      const { invite: { id } = { id: '' } } = await v1.create(ana)
      return {
        state,
        clock,
        fetch: knownAs('user.owner', fetch),
        transport: (over, more) =>
          astronomer({
            apiVersion: 'v1',
            organizationId: acme,
            token: canary,
            fetch: over,
            ...more,
          }),
        inputs: {
          create: { email: 'bo@acme.test', role: 'ORGANIZATION_OWNER' },
          list: { search: 'ana' },
          revoke: { id },
        },
      }
    },
  },

  'ledger of authress': {
    can: claims['ledger of authress'],
    anonymous: ['list'],
    begin: async () => {
      const { setUp, mapStore } = ledgerWorld
      const { fetch, now, rows, invite, state, clock, deliver } = setUp()
      const [id = ''] = await invite('ana')
      const store = mapStore(new Map(rows))
      return {
        state,
        clock,
        fetch: knownAs(given.token, fetch),
        transport: (over, more) => {
          const under = authress({ ...given, token: canary, deliver, fetch: over, now, ...more })
          return ledger(under, store, { now })
        },
        inputs: {
          create: { email: 'bo@acme.test', role: 'Viewer' },
          list: { search: 'ana' },
          resend: { id },
          revoke: { id },
          lookup: { token: id },
          accept: { token: id },
        },
      }
    },
  },

  'better-auth': {
    can: claims['better-auth'],
    anonymous: [],
    begin: async () => {
      const { baseUrl, bob, organizationId, setUp, signedIn } = betterAuthWorld
      const { fetch, transport, state, clock } = setUp()
      const { invite: { id } = { id: '' } } = await transport.create(bob)
      return {
        state,
        clock,
        // One credential for both sides: each call goes out as who it is for.
        fetch: (...args) => {
          const request = new Request(...args)
          const answers = /\/(get|accept|reject)-invitation/.test(request.url)
          return signedIn(fetch, answers ? 'bob' : 'ada')(request)
        },
        transport: (over, more) =>
          betterAuth({ baseUrl, organizationId, token: canary, fetch: over, ...more }),
        inputs: {
          create: { email: 'cleo@acme.test', role: 'admin' },
          list: { search: 'bob' },
          resend: { id },
          revoke: { id },
          lookup: { token: id },
          accept: { token: id },
          decline: { token: id },
          viewer: {},
        },
      }
    },
  },
}
