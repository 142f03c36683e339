'use client'
import { useEffect, useState, type RefObject } from 'react'

const most = 60

interface RowWindow {
  start: number
  end: number
  /** Pixels that the rows before and after take. */
  before: number
  after: number
}

/**
 * Which rows of a long page are mounted: never more than sixty, around those that a scrolling element shows. Heights
 * are taken from the rows that are there.
 */
export function useRowWindow(count: number, scroller: RefObject<HTMLElement | null>): RowWindow {
  const [first, setFirst] = useState(0)
  const [height, setHeight] = useState(48)
  const long = count > most

  useEffect(() => {
    const element = scroller.current
    if (!element || !long) return undefined
    const follow = () => {
      const rows = [...element.querySelectorAll('.ik-row')]
      const top = rows[0]?.getBoundingClientRect().top ?? 0
      const bottom = rows.at(-1)?.getBoundingClientRect().bottom ?? 0
      const mean = bottom > top ? (bottom - top) / rows.length : height
      // Less than a pixel is rounding; steps of ten, so that most scroll events change nothing.
      if (Math.abs(mean - height) > 1) setHeight(mean)
      setFirst(Math.max(0, Math.floor((element.scrollTop / mean - 15) / 10) * 10))
    }
    element.addEventListener('scroll', follow, { passive: true })
    return () => element.removeEventListener('scroll', follow)
  }, [height, long, scroller])

  const start = long ? Math.min(first, count - most) : 0
  const end = long ? start + most : count
  return {
    start,
    end,
    before: Math.round(start * height),
    after: Math.round((count - end) * height),
  }
}
