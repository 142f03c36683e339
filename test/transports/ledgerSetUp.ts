import type { CreateInviteInput } from '../../src/schema.js'
import type { InviteTransport } from '../../src/transport.js'
import { ledger } from '../../src/transports/ledger.js'
import type { LedgerOptions } from '../../src/transports/ledgerOptions.js'
import type { LedgerStorage } from '../../src/transports/ledgerRows.js'
import type { AuthressServer } from '../emulators/authressState.ts'
import { setUp as setUpAuthress } from './authressSetUp.ts'

export const day = 86_400_000

/** A store that answers at once, over a map of JSON. */
export function mapStore(map = new Map<string, string>()): LedgerStorage {
  return {
    getItem: (key) => JSON.parse(map.get(key) ?? 'null') as unknown,
    setItem: (key, value) => void map.set(key, JSON.stringify(value)),
    removeItem: (key) => void map.delete(key),
    getKeys: (base) => [...map.keys()].filter((key) => key.startsWith(base)),
  }
}

/** A ledger over Authress, with its clock in hand, its rows, and everything that goes over the wire. */
export function setUp(options: LedgerOptions = {}, server: AuthressServer = {}) {
  const all = setUpAuthress(server)
  const rows = new Map<string, string>()
  const storage = mapStore(rows)
  const over = <T extends InviteTransport<'create'>>(transport: T, more: LedgerOptions = {}) =>
    ledger(transport, storage, { now: all.now, ...options, ...more })
  const book = over(all.transport)
  /** Invites these, each a second after the other. */
  const invite = async (...names: string[]) => {
    const ids: string[] = []
    for (const name of names) {
      all.clock.time += 1000
      // oxlint-disable-next-line no-await-in-loop -- in order
      const { invite: sent } = await book.create({ email: `${name}@acme.test`, role: 'Editor' })
      ids.push(sent?.id ?? '')
    }
    all.requests.length = 0
    return ids
  }
  return { ...all, rows, storage, over, book, invite }
}

/** A provider that cannot be asked about an invite. */
export function mute(all: ReturnType<typeof setUp>): InviteTransport<'create' | 'revoke'> {
  const { key, create, revoke } = all.transport
  return { key, create, revoke }
}

export const namesOf = ({ invites }: { invites: { email?: string | undefined }[] }) =>
  invites.map(({ email = '' }) => email.split('@')[0])

/** A provider that mails, and takes several invites of one address. */
export function post(refuse: { create?: boolean; revoke?: boolean } = {}) {
  const open = new Map<string, CreateInviteInput>()
  const asked: string[] = []
  let made = 0
  const { transport: broken } = setUp({}, { baseUrl: 'https://elsewhere.test' })
  const provider: InviteTransport<'create' | 'revoke'> = {
    key: 'post',
    async create(input) {
      asked.push(`create ${input.email}`)
      if (refuse.create) return broken.create({ ...input, role: '' })
      const id = `i${++made}`
      open.set(id, input)
      const { email } = input
      return { email, delivery: 'mailed', invite: { id, email, status: 'pending' } }
    },
    async revoke({ id }) {
      asked.push(`revoke ${id}`)
      if (refuse.revoke) return broken.revoke({ id: '../' })
      open.delete(id)
    },
  }
  return { provider, open, asked, refuse }
}
