'use client'
import { useEffect, useId, useRef, type ComponentType } from 'react'
import type { AcceptInvite } from '../hooks/useAcceptInvite.js'
import { usePart, type Part } from '../hooks/usePart.js'
import type { AcceptFirstLabels } from '../locales/en.js'
import type { AcceptActions } from './acceptActions.js'
import type { AcceptContentProps } from './AcceptContent.js'
import { AcceptText } from './AcceptText.js'
import { useDocumentTitle } from './useDocumentTitle.js'

/** What is shown of an invite: loaded while it is being read. */
export type AcceptPart<Labels> = Part<{ AcceptContent: ComponentType<AcceptContentProps<Labels>> }>

interface AcceptInviteViewProps<Labels> extends AcceptActions {
  state: AcceptInvite
  labels: Labels
  later: AcceptPart<Labels>
  className?: string | undefined
  documentTitle?: boolean | undefined
  framed?: boolean | undefined
}

/** The looks of the accept page for a state. Renders a `<main>` with one `<h1>`. */
export function AcceptInviteView<Labels extends AcceptFirstLabels>({
  state,
  labels,
  later,
  className,
  documentTitle = true,
  framed = false,
  ...actions
}: AcceptInviteViewProps<Labels>) {
  const { status } = state
  const content = usePart(later, status !== 'loading')
  const page = useRef<HTMLElement>(null)
  const titleId = useId()

  let shown: string = status
  let inside = <AcceptText titleId={titleId} title={labels.loading} />
  if (status === 'loading' || content === undefined) shown = 'loading'
  else if (content) {
    if (status === 'accepting' || status === 'declining') shown = 'ready'
    inside = <content.AcceptContent {...{ state, labels, titleId, framed, actions }} />
  } else {
    shown = 'unloaded'
    const again = () => {
      void later.load()
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
