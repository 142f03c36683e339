import { useSyncExternalStore } from 'react'

/** What stands behind the # in the address. */
export function useHash(): string {
  return useSyncExternalStore(
    (listen) => {
      addEventListener('hashchange', listen)
      return () => removeEventListener('hashchange', listen)
    },
    () => location.hash,
  )
}
