'use client'
import { useEffect, useRef } from 'react'

/**
 * Runs a function once no pointer is down. What moves the page while a button is being pressed makes the press miss:
 * the pointer goes up over something else, and no click comes of it.
 */
export function useAfterPress(): (run: () => void) => void {
  const pressed = useRef(false)
  const waiting = useRef<(() => void)[]>([])

  useEffect(() => {
    const down = () => {
      pressed.current = true
    }
    const up = () => {
      pressed.current = false
      // After the click, which follows in the same task.
      setTimeout(() => waiting.current.splice(0).forEach((run) => run()))
    }
    document.addEventListener('pointerdown', down, true)
    document.addEventListener('pointerup', up, true)
    document.addEventListener('pointercancel', up, true)
    return () => {
      document.removeEventListener('pointerdown', down, true)
      document.removeEventListener('pointerup', up, true)
      document.removeEventListener('pointercancel', up, true)
    }
  }, [])

  return (run) => {
    if (pressed.current) waiting.current.push(run)
    else run()
  }
}
