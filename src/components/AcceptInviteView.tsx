'use client'
import { useEffect, useId, useRef } from 'react'
import type { AcceptInvite } from '../hooks/useAcceptInvite.js'
import type { AcceptLabels } from '../locales/en.js'
import { AcceptAnswer } from './AcceptAnswer.js'
import { AcceptMessage, type AcceptActions } from './AcceptMessage.js'

interface AcceptInviteViewProps extends AcceptActions {
  state: AcceptInvite
  labels: AcceptLabels
  className?: string | undefined
}

/** The looks of the accept page for a state. Renders a `<main>` with one `<h1>`. */
export function AcceptInviteView({ state, labels, className, ...actions }: AcceptInviteViewProps) {
  const title = useId()
  const page = useRef<HTMLElement>(null)

  // A new page within the page: its heading gets the focus, but never on the first sight of it.
  const shown = 'accept' in state ? 'ready' : state.status
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    const first = before.current === 'loading'
    before.current = shown
    if (!first) page.current?.querySelector('h1')?.focus()
  }, [shown])

  return (
    <main
      ref={page}
      className={`ik-accept ${className ?? ''}`}
      data-status={state.status}
      aria-labelledby={title}
      aria-busy={state.status === 'loading'}
    >
      <div className="ik-accept-card">
        {'accept' in state ? (
          <AcceptAnswer state={state} labels={labels} titleId={title} />
        ) : (
          <AcceptMessage state={state} labels={labels} titleId={title} actions={actions} />
        )}
      </div>
    </main>
  )
}
