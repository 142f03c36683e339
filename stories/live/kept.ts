/** State that a reload must not lose, in this tab only. */
export function kept<T>(key: string, initial: () => T): T {
  const stored = sessionStorage.getItem(key)
  return stored === null ? initial() : (JSON.parse(stored) as T)
}

export function keep(key: string, value: unknown): void {
  sessionStorage.setItem(key, JSON.stringify(value))
}
