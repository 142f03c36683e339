import type { InviteTransport } from '../../../src/transport.ts'
import {
  astronomer,
  authress,
  betterAuth,
  enhance,
  grafana,
  harness,
} from '../../../src/transports/index.ts'
import { emulateAstronomer } from '../../emulators/astronomer.ts'
import { acme } from '../../emulators/astronomerState.ts'
import { emulateAuthress } from '../../emulators/authress.ts'
import { emulateBetterAuth } from '../../emulators/betterAuth.ts'
import { sessionOf } from '../../emulators/betterAuthState.ts'
import { emulateEnhance } from '../../emulators/enhance.ts'
import { accessToken, masterOrg } from '../../emulators/enhanceState.ts'
import { emulateGrafana } from '../../emulators/grafana.ts'
import { emulateHarness } from '../../emulators/harness.ts'

/** Each provider as its emulator plays it, without latency, and a role that it knows. */
export const emulated: Record<string, () => [InviteTransport<'create'>, string]> = {
  grafana: () => {
    const { fetch } = emulateGrafana()
    return [
      grafana({ baseUrl: 'https://grafana.acme.test', token: 'glsa_inviter', fetch }),
      'Viewer',
    ]
  },
  harness: () => {
    const { fetch } = emulateHarness()
    const accountIdentifier = 'kmpySmUISimoRrJL6NL73w'
    return [harness({ accountIdentifier, apiKey: 'pat.inviter', fetch }), '_account_viewer']
  },
  authress: () => {
    const { fetch } = emulateAuthress()
    const transport = authress({
      baseUrl: 'https://login.acme.test',
      token: 'jwt.service',
      toStatements: (role) => [
        { roles: [role], resources: [{ resourceUri: '/workspaces/ws-42/*' }] },
      ],
      linkOf: (id) => `https://app.acme.test/invite?inviteId=${id}`,
      deliver: () => undefined,
      fetch,
    })
    return [transport, 'Viewer']
  },
  astronomer: () => {
    const { fetch } = emulateAstronomer()
    const transport = astronomer({
      apiVersion: 'v1alpha1',
      organizationId: acme,
      token: 'user.owner',
      fetch,
    })
    return [transport, 'ORGANIZATION_MEMBER']
  },
  enhance: () => {
    const { fetch } = emulateEnhance()
    const baseUrl = 'https://panel.acme.test'
    return [enhance({ baseUrl, orgId: masterOrg, token: accessToken, fetch }), 'Support']
  },
  betterAuth: () => {
    const { fetch } = emulateBetterAuth({ bearer: true, invitationLimit: 1000 })
    const transport = betterAuth({
      baseUrl: 'https://app.acme.test/api/auth',
      organizationId: 'org-acme',
      token: sessionOf('ada'),
      fetch,
    })
    return [transport, 'member']
  },
}
