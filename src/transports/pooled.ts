/** The results of `work` for all items, in their order, with at most `limit` under way at once. */
export async function pooled<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  // One iterator for all: each item goes to whoever is free.
  const queue = items.entries()
  const worker = async () => {
    // oxlint-disable-next-line no-await-in-loop -- that is the limit
    for (const [at, item] of queue) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}
