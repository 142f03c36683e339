/** What the mutations of a row, and of a bulk, leave in the cache. */
export interface Mutated {
  operation?: 'resend' | 'revoke' | 'update'
  id?: string
  ids?: readonly string[]
  /** Of an update. */
  role?: string
}

/** The ids of the rows that a mutation is about. */
export function idsOf(variables: unknown): readonly string[] {
  const { id, ids } = (variables ?? {}) as Mutated
  return ids ?? (id === undefined ? [] : [id])
}
