'use client'
import { useSyncExternalStore } from 'react'
import { safeRedirect } from '../input/redirect.js'
import type { AcceptActions } from './acceptActions.js'

interface AcceptGoOnProps extends Pick<AcceptActions, 'onDone' | 'redirectTo'> {
  children: string
}

/** The way into the app after acceptance. Without a target, or with one that could lead away, to the start page. */
export function AcceptGoOn({ onDone, redirectTo, children }: AcceptGoOnProps) {
  const origin = useSyncExternalStore(never, originHere, () => '')
  const className = 'ik-button ik-button-primary'
  if (onDone)
    return (
      <button type="button" className={className} onClick={onDone}>
        {children}
      </button>
    )
  return (
    // With the origin, since a <base> could change what a path means.
    <a className={className} href={origin + (safeRedirect(redirectTo, origin) ?? '/')}>
      {children}
    </a>
  )
}

const never = () => () => undefined
const originHere = () => location.origin
