'use client'
import { useEffect, useId, useRef } from 'react'
import type { AcceptInvite } from '../hooks/useAcceptInvite.js'
import { partOf, usePart } from '../hooks/usePart.js'
import type { AcceptLabels } from '../locales/en.js'
import { acceptFirst } from '../locales/enAccept.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptText } from './AcceptText.js'
import { useDocumentTitle } from './useDocumentTitle.js'

/** What is shown of an invite is loaded while it is being read. */
const contentPart = /*#__PURE__*/ partOf(() => import('./AcceptContent.js'))

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
  const { status } = state
  const content = usePart(contentPart, status !== 'loading')
  const page = useRef<HTMLElement>(null)
  const titleId = useId()
  const labels = { ...acceptFirst, ...replaced }

  let shown: string = status
  let inside = <AcceptText titleId={titleId} title={labels.loading} />
  if (status === 'loading' || content === undefined) shown = 'loading'
  else if (content) {
    if (status === 'accepting' || status === 'declining') shown = 'ready'
    inside = <content.AcceptContent {...{ state, labels: replaced, titleId, framed, actions }} />
  } else {
    shown = 'unloaded'
    const again = () => {
      void contentPart.load()
      if (status === 'failed') state.retry()
    }
    inside = (
      <AcceptText titleId={titleId} title={labels.trouble} text={labels.notLoaded}>
        <button type="button" className="ik-button ik-button-primary" onClick={again}>
          {labels.retry}
        </button>
      </AcceptText>
    )
  }

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
      <div className="ik-accept-card">{inside}</div>
    </main>
  )
}
