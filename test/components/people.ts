import type { MemoryInvite } from '../../src/transports/index.ts'

export const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

/** A pending invite, whose id and token can be told from all that may be seen. */
export const person = (name: string, more: Partial<MemoryInvite> = {}): MemoryInvite => ({
  id: `secret-${name}`,
  token: `token-${name}`,
  email: `${name}@example.com`,
  role: 'member',
  status: 'pending',
  url: `https://app.example.com/${name}`,
  ...more,
})

export const many = (count: number, more?: Partial<MemoryInvite>) =>
  Array.from({ length: count }, (_, index) => person(`p${index}`, more))
