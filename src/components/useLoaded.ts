'use client'
import { useEffect, useState } from 'react'

/**
 * A part that is not needed at first, loaded once it is likely to be. Undefined until then, and where it cannot be
 * loaded; whatever opens it then does nothing.
 * @param load of one identity, an `import()` of the part
 */
export function useLoaded<T>(load: () => Promise<T>, wanted: boolean): T | undefined {
  const [part, setPart] = useState<T>()
  useEffect(() => {
    if (!wanted) return undefined
    let current = true
    load().then(
      (loaded) => (current ? setPart(() => loaded) : undefined),
      // Tried again when it is wanted again.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [load, wanted])
  return part
}
