'use client'
import { useState } from 'react'
import type { ListInvitesInput } from '../schema.js'

/** `expiring`: pending, and over within two days. `stored`: nobody was mailed. */
export type InviteStatusFilter = 'pending' | 'expiring' | 'expired' | 'stored'

/** What is shown of the list: plain JSON, so that an app can keep it in its URL. */
export interface InviteView {
  search?: string | undefined
  role?: string | undefined
  status?: InviteStatusFilter | undefined
  sort?: ListInvitesInput['sort']
  pageSize?: number | undefined
  /** The cursors of the pages that were turned: none on the first. */
  cursors?: readonly string[] | undefined
}

export interface InviteViewOptions {
  /** What is shown, where the app keeps it. Give `onViewChange` with it. */
  view?: InviteView | undefined
  /** What is shown at first, where the list keeps it itself. */
  defaultView?: InviteView | undefined
  onViewChange?: ((view: InviteView) => void) | undefined
}

/** The view and how to change it. Any change but the turn of a page leads back to the first page. */
export function useInviteView({ view, defaultView, onViewChange }: InviteViewOptions) {
  const [own, setOwn] = useState(defaultView ?? {})
  const current = view ?? own
  const change = (part: InviteView) => {
    const next = { ...current, cursors: [], ...part }
    setOwn(next)
    onViewChange?.(next)
  }
  return [current, change] as const
}

const hour = 3_600_000

/** What is asked of the transport. Whole hours, so that the same question stays the same for a while. */
export function listInput(
  { search, role, status, sort, pageSize, cursors }: InviteView & { cursors: readonly string[] },
  now: () => Date,
): ListInvitesInput {
  return {
    pageSize,
    cursor: cursors.at(-1),
    search: search || undefined,
    role: role || undefined,
    sort,
    ...(status === 'stored'
      ? { mailed: false }
      : { status: status === 'expiring' ? 'pending' : status }),
    expiresBefore:
      status === 'expiring'
        ? new Date((Math.ceil(now().getTime() / hour) + 48) * hour).toISOString()
        : undefined,
  }
}
