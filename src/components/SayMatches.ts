'use client'
import { useEffect, useRef } from 'react'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { noMatchText } from './noMatchText.js'

interface SayMatchesProps {
  list: PendingInvites
  labels: TableLabels
  announce: (text: string) => void
}

/** Says what a search or a filter came to, once it is answered. Renders nothing. */
export function SayMatches({ list, announce, labels }: SayMatchesProps): null {
  const { matching, refreshing, status, rows, total, page } = list
  const asked = JSON.stringify([matching.search, matching.role, matching.status])
  const told = useRef(asked)
  useEffect(() => {
    if (told.current === asked || refreshing || status === 'loading') return
    told.current = asked
    if (status === 'no_match') return announce(noMatchText(matching.search, labels))
    // A failure speaks for itself.
    if (status !== 'ready') return
    const count = total ?? (page.next ? undefined : rows.length)
    const { locale } = labels
    announce(
      count === undefined
        ? say(labels.page, { page: page.number }, locale)
        : say(labels.shown, { count }, locale),
    )
  })
  return null
}
