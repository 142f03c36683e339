import type { MemoryInvite } from '../src/transports/memory.ts'
import type { InviteRole } from '../src/transport.ts'

/** The day on which every story takes place. */
export const now = () => new Date('2026-03-02T09:30:00Z')

export const roles: InviteRole[] = [
  { value: 'member', label: 'Member', description: 'Sees and edits what is shared with them.' },
  { value: 'admin', label: 'Admin', description: 'Also invites and removes people.' },
  { value: 'billing', label: 'Billing', description: 'Sees invoices only.' },
]

export function invite(index: number, more: Partial<MemoryInvite> = {}): MemoryInvite {
  const person = people[index % people.length] ?? 'Ada Lovelace'
  const [first = '', last = ''] = person.toLowerCase().split(' ')
  const day = 24 * 3_600_000
  const created = now().getTime() - (index + 1) * 7 * 3_600_000
  return {
    id: `invite-${index}`,
    token: `token-${index}`,
    email: `${first}.${last}${index < people.length ? '' : index}@example.com`,
    name: person,
    role: roles[index % 3]?.value,
    status: 'pending',
    invitedBy: index % 2 ? 'Grace Hopper' : 'Katherine Johnson',
    createdAt: new Date(created).toISOString(),
    expiresAt: new Date(created + 7 * day).toISOString(),
    mailed: true,
    url: `https://app.example.com/invite?token=token-${index}`,
    ...more,
  }
}

export const invites = (count: number) => Array.from({ length: count }, (_, index) => invite(index))

const people = [
  'Ada Lovelace',
  'Alan Turing',
  'Barbara Liskov',
  'Donald Knuth',
  'Edsger Dijkstra',
  'Frances Allen',
  'Hedy Lamarr',
  'Katherine Blodgett',
  'Margaret Hamilton',
  'Radia Perlman',
]
