'use client'
import { useEffect, useState } from 'react'

/**
 * The time, the same until it is read anew every so many milliseconds. It is not read before it is asked for: a page
 * that is made in advance may not depend on it.
 */
export function useNow(now: () => Date, every: number): () => Date {
  const [time, setTime] = useState(() => readOnce(now))
  useEffect(() => {
    const timer = setInterval(() => setTime(() => readOnce(now)), every)
    return () => clearInterval(timer)
  }, [now, every])
  return time
}

function readOnce(now: () => Date): () => Date {
  let time: Date | undefined
  return () => (time ??= now())
}
