'use client'
import { useEffect, useState } from 'react'

const load = () => import('./acceptLater.js')

type AcceptLater = Awaited<ReturnType<typeof load>>

/** The part of the page that is loaded later: undefined until it is there; whether that failed; and once more. */
export function useAcceptLater(wanted: boolean): {
  later: AcceptLater | undefined
  failed: boolean
  again: () => void
} {
  const [later, setLater] = useState<AcceptLater>()
  const [failed, fail] = useState(false)
  const waiting = wanted && !later && !failed
  useEffect(() => {
    if (!waiting) return undefined
    let current = true
    load().then(
      (loaded) => current && setLater(loaded),
      () => current && fail(true),
    )
    return () => {
      current = false
    }
  }, [waiting])
  return { later, failed, again: () => fail(false) }
}
