'use client'
import { useMutationState } from '@tanstack/react-query'
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
  const last = useRef<{ question: string; page: InvitePage; writes: number }>(undefined)
  const writes = useMutationState({
    filters: { mutationKey: inviteKeys.all(transport) },
    select: ({ state }) => state.submittedAt,
  }).length

  useEffect(() => {
    const before = last.current
    if (page === undefined || page === before?.page) return
    last.current = { question, page, writes }
    if (before?.question !== question || before.writes !== writes) return
    const was = new Set(before.page.invites.map(({ id }) => id))
    const is = new Set(page.invites.map(({ id }) => id))
    const added = [...is].filter((id) => !was.has(id)).length
    const gone = [...was].filter((id) => !is.has(id)).length
    if (added + gone > 0) onChange?.({ gone, added })
  }, [onChange, page, question, writes])
}
