'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Later } from '../later.js'

/**
 * A part that is loaded after the first paint: undefined until it is there. `load` waits for it, and tries again
 * after a failure.
 */
export function useLater<T>(later: Later<T>): {
  part: T | undefined
  failed: boolean
  load: () => Promise<T>
} {
  const [part, setPart] = useState(() => later.part)
  const [failed, fail] = useState(false)
  const load = useCallback(
    () =>
      later().then(
        (loaded) => {
          setPart(() => loaded)
          fail(false)
          return loaded
        },
        (thrown: unknown) => {
          fail(true)
          throw thrown
        },
      ),
    [later],
  )
  useEffect(() => {
    load().catch(() => undefined)
  }, [load])
  return { part, failed, load }
}
