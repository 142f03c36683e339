'use client'
import { useEffect, useId, useRef } from 'react'
import type { AcceptInvite } from '../hooks/useAcceptInvite.js'
import type { AcceptLabels } from '../locales/en.js'
import { acceptFirst } from '../locales/enAccept.js'
import { AcceptAnswer } from './AcceptAnswer.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptDone } from './AcceptDone.js'
import { AcceptText } from './AcceptText.js'
import { useAcceptLater } from './useAcceptLater.js'
import { useDocumentTitle } from './useDocumentTitle.js'

interface AcceptInviteViewProps extends AcceptActions {
  state: AcceptInvite
  /** Sentences that replace the English ones. */
  labels?: Partial<AcceptLabels> | undefined
  className?: string | undefined
  documentTitle?: boolean | undefined
  framed?: boolean | undefined
}

/** The looks of the accept page for a state. Renders a `<main>` with one `<h1>`. */
export function AcceptInviteView({
  state,
  labels: replaced,
  className,
  documentTitle = true,
  framed = false,
  ...actions
}: AcceptInviteViewProps) {
  const { status, preview } = state
  const page = useRef<HTMLElement>(null)
  const titleId = useId()
  const { later, failed, again } = useAcceptLater(status !== 'loading')
  const labels = { ...acceptFirst, ...later?.sentences, ...replaced }

  let shown: string = status
  let content = <AcceptText titleId={titleId} title={labels.loading} />
  if (status === 'ready' || status === 'accepting' || status === 'declining') {
    shown = 'ready'
    content = <AcceptAnswer {...{ state, labels, titleId, framed, actions }} />
  } else if (status === 'accepted') {
    content = <AcceptDone preview={preview} labels={labels} titleId={titleId} actions={actions} />
  } else if (status !== 'loading' && later) {
    const words = { ...later.sentences, ...replaced }
    content = (
      <later.AcceptStopped state={state} labels={words} titleId={titleId} actions={actions} />
    )
  } else if (status !== 'loading' && failed) {
    shown = 'unloaded'
    content = (
      <AcceptText titleId={titleId} title={labels.trouble} text={labels.notLoaded}>
        <button type="button" className="ik-button ik-button-primary" onClick={again}>
          {labels.retry}
        </button>
      </AcceptText>
    )
  } else shown = 'loading'

  useDocumentTitle(page, documentTitle)
  // A new page within the page: its heading gets the focus, but not on the first sight of it.
  const before = useRef(shown)
  const seen = useRef(shown !== 'loading')
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    if (seen.current) page.current?.querySelector('h1')?.focus()
    seen.current = true
  }, [shown])

  return (
    <main
      ref={page}
      className={`ik-accept ${className ?? ''}`}
      data-status={status}
      aria-labelledby={titleId}
      aria-busy={shown === 'loading'}
    >
      <div className="ik-accept-card">{content}</div>
    </main>
  )
}
