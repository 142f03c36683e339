'use client'
import { useEffect, useState } from 'react'

/** The time, read anew every so many milliseconds. */
export function useNow(now: () => Date, every: number): Date {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), every)
    return () => clearInterval(timer)
  }, [now, every])
  return time
}
