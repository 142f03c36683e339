import type { AcceptField } from '../../src/schema.ts'
import type { InviteTransport } from '../../src/transport.ts'
import { astronomer, authress } from '../../src/transports/index.ts'
import { providers, worldOf, type Provider, type World } from '../live/worlds.ts'

/** Two more than the Live flow has, which cannot do the whole of it. */
const partial = {
  authressAlone: 'Authress without a ledger',
  astronomerV1: 'Astronomer (v1)',
}
export type Shown = Provider | keyof typeof partial

export const titles: Record<Shown, string> = { ...providers, ...partial }

export interface Side {
  inviter: InviteTransport<'create'>
  /** Absent where invitees answer elsewhere. */
  invitee?: ReturnType<World['invitee']>
  roles?: World['roles']
}

const mail = { to: 'ada@example.com', url: '', sentAt: '' }

export function sideOf(shown: Shown): Side {
  if (shown === 'astronomerV1')
    return {
      inviter: astronomer({ apiVersion: 'v1', organizationId: 'clm8t5u4q', fetch: unplugged }),
    }
  const world = worldOf(shown === 'authressAlone' ? 'authress' : shown)
  const { roles } = world
  const inviter =
    shown === 'authressAlone'
      ? authress({
          baseUrl: 'https://login.acme.test',
          token: 'jwt.service',
          toStatements: () => [],
          linkOf: (id) => `https://app.acme.test/invite?inviteId=${id}`,
          fetch: unplugged,
        })
      : world.inviter
  return { inviter, invitee: world.invitee(mail), ...(roles && { roles }) }
}

const unplugged = () => Promise.reject(new TypeError('Nothing is sent from here.'))

/** What a link asks for there, without asking the provider. */
export const asks: Record<Shown, AcceptField[]> = {
  memory: [],
  grafana: [
    { name: 'name', required: false },
    { name: 'username', required: true },
    { name: 'password', required: true, secret: 'new' },
  ],
  harness: [
    { name: 'name', required: true },
    { name: 'password', required: true, secret: 'new' },
  ],
  authress: [],
  authressAlone: [],
  astronomer: [],
  astronomerV1: [],
  enhance: [{ name: 'password', required: true, secret: 'either' }],
  betterAuth: [],
}
