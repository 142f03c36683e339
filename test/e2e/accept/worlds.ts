import { memory } from '../../../src/transports/index.ts'
import { setUp as astronomerSetUp } from '../../transports/astronomerSetUp.ts'
import { setUp as authressSetUp } from '../../transports/authressSetUp.ts'
import { setUp as betterAuthSetUp } from '../../transports/betterAuthSetUp.ts'
import { invited, owner } from '../../transports/enhanceSetUp.ts'
import { setUp as grafanaSetUp } from '../../transports/grafanaSetUp.ts'
import { setUp as harnessSetUp } from '../../transports/harnessSetUp.ts'
import type { World } from './app.ts'

const email = 'ana@acme.test'
const day = 86_400_000

/** What an app's server needs once for each person. */
function perPerson<T>(make: (who: string | null) => T): (who: string | null) => T {
  const made = new Map<string | null, T>()
  return (who) => {
    const one = made.get(who) ?? make(who)
    made.set(who, one)
    return one
  }
}

const pathOf = (url: string) => url.slice(new URL(url).origin.length)

/** For each provider a world in which ana@acme.test is invited; the link has the form that its mail has. */
export const worlds = {
  async memory(): Promise<World> {
    const clock = { time: Date.parse('2026-03-02T09:00:00Z') }
    const now = () => new Date(clock.time)
    const { viewer: _, ...transport } = memory({ now, organization: 'Acme' })
    const { invite, url = '' } = await transport.create({ email, role: 'Admin' })
    return {
      as: () => transport,
      link: `/invite#${new URL(url).searchParams}`,
      invited: 'ana',
      expire: () => (clock.time += 8 * day),
      revoke: () => transport.revoke({ id: invite?.id ?? '' }),
    }
  },

  async grafana(): Promise<World> {
    const { transport, clock } = grafanaSetUp()
    const { invite: { id = '' } = {} } = await transport.create({ email, role: 'Editor' })
    return {
      as: () => transport,
      link: `/invite/${id}`,
      invited: 'ana',
      expire: () => (clock.time += 2 * day),
      revoke: () => transport.revoke({ id }),
    }
  },

  async harness(): Promise<World> {
    const { transport, outbox, wait, verify } = harnessSetUp()
    await transport.create({ email, role: '_account_viewer' })
    const { invites } = await transport.list({})
    return {
      as: () => transport,
      link: `/invite${new URL(outbox[0]?.url ?? '').search}`,
      invited: 'ana',
      expire: () => wait(31 * day),
      revoke: () => transport.revoke({ id: invites[0]?.id ?? '' }),
      verify: async (url) => pathOf((await verify(url)) ?? ''),
    }
  },

  async authress(): Promise<World> {
    const { transport, as, clock } = authressSetUp()
    const { invite: { id = '' } = {}, url = '' } = await transport.create({ email, role: 'Editor' })
    return {
      // The app's server reads what somebody without rights may not; they accept themselves.
      as: (who) => ({ ...as(`jwt.${who}`), lookup: transport.lookup }),
      link: pathOf(url),
      invited: 'ana',
      expire: () => (clock.time += 8 * day),
      revoke: () => transport.revoke({ id }),
    }
  },

  async astronomer(): Promise<World> {
    const { alpha, as, invitee, clock, ticket } = astronomerSetUp()
    const { invite: { id = '' } = {} } = await alpha.create({ email, role: 'ORGANIZATION_MEMBER' })
    return {
      as: perPerson((who) => (who ? invitee(`${who}@acme.test`) : as())),
      link: `/invite#token=${ticket()}`,
      invited: 'ana',
      expire: () => (clock.time += 8 * day),
      revoke: () => alpha.revoke({ id }),
    }
  },

  enhance: () => enhance('new'),
  /** There the platform's owner is invited, who has an account. */
  enhanceKnown: () => enhance('known'),

  async betterAuth(): Promise<World> {
    const { transport, as, clock, state } = betterAuthSetUp()
    const { invite: { id = '' } = {} } = await transport.create({
      email: 'bob@acme.test',
      role: 'member',
    })
    for (const user of state.users) user.emailVerified = true
    return {
      as: (who) => as(who ?? 'nobody'),
      link: `/accept-invitation/${id}`,
      invited: 'bob',
      expire: () => (clock.time += 8 * day),
      revoke: () => transport.revoke({ id }),
    }
  },
}

async function enhance(who: 'new' | 'known'): Promise<World> {
  const { visitor, ref, clock, transport, member } = await invited(who)
  return {
    as: perPerson((name) => visitor(name === 'owner' ? owner : undefined)),
    link: `/invites/${ref.token}?email=${encodeURIComponent(ref.email)}`,
    invited: 'ana',
    expire: () => (clock.time += 11 * day),
    revoke: () => transport.revoke({ id: member?.id ?? '' }),
  }
}

export type Provider = keyof typeof worlds
