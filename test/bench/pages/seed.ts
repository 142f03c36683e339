import type { MemoryInvite } from '../../../src/transports/memory.ts'

/** Invites as a provider may have them, newest first. */
export function seed(count: number): MemoryInvite[] {
  const now = Date.now()
  return Array.from({ length: count }, (_, index) => ({
    id: `id-${index}`,
    token: `token-${index}`,
    email: `person${index}@example.com`,
    name: `Person ${index}`,
    role: index % 3 ? 'member' : 'admin',
    status: 'pending',
    invitedBy: 'Grace Hopper',
    createdAt: new Date(now - (index + 60) * 60_000).toISOString(),
    expiresAt: new Date(now + 5 * 86_400_000 + index * 60_000).toISOString(),
    mailed: true,
  }))
}
