'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { inviteKeys } from '../inviteKeys.js'
import type { InvitePage } from '../schema.js'
import type { InviteTransport } from '../transport.js'

/** What a read found changed that nobody did here. */
export interface OthersChanges {
  gone: number
  added: number
}

/** Compares each page with the one before it. What a write of our own has changed is not told. */
export function useOthersChanges(
  transport: InviteTransport,
  page: InvitePage | undefined,
  question: string,
  onChange: ((changes: OthersChanges) => void) | undefined,
): void {
  const client = useQueryClient()
  const last = useRef<{ question: string; page: InvitePage; writes: number }>(undefined)

  useEffect(() => {
    const before = last.current
    if (!page || page === before?.page) return
    const mutationKey = inviteKeys.all(transport)
    const writes = client.getMutationCache().findAll({ mutationKey }).length
    last.current = { question, page, writes }
    if (before?.question !== question || before.writes !== writes) return
    const added = newIn(page, before.page)
    const gone = newIn(before.page, page)
    if (added + gone > 0) onChange?.({ gone, added })
  })
}

/** Rows at the end that are not in the other page may have come from the one after it, or gone there. */
function newIn({ invites }: InvitePage, other: InvitePage): number {
  const ids = new Set(other.invites.map(({ id }) => id))
  const known = invites.map(({ id }) => ids.has(id))
  const end = other.next === undefined ? known.length : known.lastIndexOf(true) + 1
  return known.slice(0, end).filter((one) => !one).length
}
