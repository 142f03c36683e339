/** The keys of the rows that are shown. */
export interface RowKeys {
  ids: readonly string[]
  keys: readonly number[]
  /** None has it yet. */
  free: number
}

const none: RowKeys = { ids: [], keys: [], free: 0 }

/**
 * React's keys for rows. Each keeps its own wherever it moves; but where most rows are others, as after a search, they
 * take the elements of those that were in their places, which is half the work.
 */
export function rowKeys(ids: readonly string[], before = none): RowKeys {
  if (ids.length === before.ids.length && ids.every((id, at) => id === before.ids[at]))
    return before
  const known = new Map(before.ids.map((id, at) => [id, before.keys[at]]))
  const others = ids.filter((id) => known.has(id)).length * 2 < ids.length
  let { free } = before
  const keys = ids.map((id, at) => (others ? before.keys[at] : known.get(id)) ?? free++)
  return { ids, keys, free }
}
