'use client'
import { useEffect, useState } from 'react'
import { tabStorage } from './tabStorage.js'

type Times = Record<string, number>

/**
 * Until when each address is not to be mailed again, kept for this tab over a reload. What is kept are digests of
 * addresses: neither address nor id.
 */
export function useCooldown(name: string, milliseconds: number, now: () => Date) {
  const key = `invite-kit:resent:${name}`
  const [times, setTimes] = useState<Times>({})

  // After hydration, since a server knows of no tab.
  useEffect(() => {
    // oxlint-disable-next-line set-state-in-effect
    setTimes(read(key))
  }, [key])

  return {
    /** May be past. */
    until: (email = ''): number | undefined => times[digest(email)],
    start: (email = '') => {
      const next = { ...read(key), [digest(email)]: now().getTime() + milliseconds }
      setTimes(next)
      try {
        tabStorage()?.setItem(key, JSON.stringify(next))
      } catch {
        // Full, or forbidden by the browser: then it does not survive a reload.
      }
    },
  }
}

function read(key: string): Times {
  try {
    return JSON.parse(tabStorage()?.getItem(key) ?? '{}') as Times
  } catch {
    return {}
  }
}

/** FNV-1a: short, and says nothing of what went in. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text.toLowerCase())
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
