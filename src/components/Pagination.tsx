'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

interface PaginationProps {
  page: PendingInvites['page']
  labels: TableLabels
  announce: (text: string) => void
}

/** The way through the pages; nothing where there is only one. Renders a `<nav>`. */
export function Pagination({ page, labels, announce }: PaginationProps) {
  if (!page.previous && !page.next) return null
  const where = (number: number) =>
    page.count === undefined
      ? say(labels.page, { page: number })
      : say(labels.pageOf, { page: number, pages: page.count }, labels.locale)
  const go = (step: (() => void) | undefined, number: number) => () => {
    if (!step) return
    step()
    announce(where(number))
  }
  return (
    <nav className="ik-pages" aria-label={labels.pages}>
      <button
        type="button"
        className="ik-button"
        aria-disabled={page.previous ? undefined : true}
        onClick={go(page.previous, page.number - 1)}
      >
        {labels.previous}
      </button>
      <span>{where(page.number)}</span>
      <button
        type="button"
        className="ik-button"
        aria-disabled={page.next ? undefined : true}
        onClick={go(page.next, page.number + 1)}
      >
        {labels.next}
      </button>
    </nav>
  )
}
