'use client'
import { useEffect, type RefObject } from 'react'

/** Where a long page is: the first row that is mounted, and how many pixels a row takes. */
export interface RowPlace {
  first: number
  height: number
}

export interface FollowScrollProps {
  scroller: RefObject<HTMLElement | null>
  place: RowPlace
  move: (place: RowPlace) => void
}

/** Moves the rows that are mounted to those that a scrolling element shows. Heights are those of the rows there. */
export function FollowScroll({ scroller, place, move }: FollowScrollProps) {
  const { first, height } = place
  const follow = () => {
    const element = scroller.current
    const rows = [...(element?.querySelectorAll('.ik-row') ?? [])]
    const top = rows[0]?.getBoundingClientRect().top ?? 0
    const bottom = rows.at(-1)?.getBoundingClientRect().bottom ?? 0
    const measured = bottom > top ? (bottom - top) / rows.length : height
    // Less than a pixel is rounding; steps of ten, so that most scroll events change nothing.
    const mean = Math.abs(measured - height) > 1 ? measured : height
    const next = Math.max(0, Math.floor(((element?.scrollTop ?? 0) / measured - 15) / 10) * 10)
    if (mean !== height || next !== first) move({ first: next, height: mean })
  }
  useEffect(() => {
    const element = scroller.current
    element?.addEventListener('scroll', follow, { passive: true })
    return () => element?.removeEventListener('scroll', follow)
  })
  useEffect(() => {
    // It may have been scrolled before this part was loaded.
    if (scroller.current?.scrollTop) follow()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return null
}
