/** What is read of a window: an address that `history.replaceState` changes, and a storage. */
export function pageAt(url: string, store = new Map<string, string>()) {
  const calls: { state: unknown; url: string }[] = []
  const page = {
    location: new URL(url) as Pick<Location, keyof URL & keyof Location>,
    history: {
      state: { router: 'own' } as unknown,
      replaceState(state: unknown, _: string, to: string) {
        calls.push({ state, url: to })
        page.location = new URL(to, page.location.href)
      },
    },
    sessionStorage: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => void store.set(key, value),
      removeItem: (key: string) => void store.delete(key),
    },
    crypto: {
      getRandomValues: (words: Uint32Array) => words.fill(7 + store.size),
    },
  }
  return { page: page as typeof page & Window, store, calls }
}
