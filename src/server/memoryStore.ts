/** Where answers to writes are kept: two of the methods of `unstorage`, so that any of its drivers will do. */
export interface AnswerStore {
  getItem(key: string): unknown
  /** `ttl` in seconds, for stores that forget by themselves. */
  setItem(key: string, value: object, options: { ttl: number }): unknown
}

/** Keeps the newest `limit` answers in this process, none longer than its time. */
export function memoryStore(now: () => Date, limit = 5000): AnswerStore {
  const kept = new Map<string, { value: object; until: number }>()
  return {
    getItem: (key) => kept.get(key)?.value ?? null,
    setItem(key, value, { ttl }) {
      kept.delete(key)
      kept.set(key, { value, until: now().getTime() + ttl * 1000 })
      // The oldest come first.
      for (const [oldest, { until }] of kept) {
        if (kept.size <= limit && until > now().getTime()) break
        kept.delete(oldest)
      }
    },
  }
}
