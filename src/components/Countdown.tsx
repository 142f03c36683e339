'use client'
import { useEffect, useState } from 'react'
import { say, type Sentence } from '../locales/say.js'

interface CountdownProps {
  /** Milliseconds since 1970. */
  until: number
  /** With `{seconds}`. */
  sentence: Sentence
  locale: string
  /** The clock. */
  now?: (() => Date) | undefined
  onEnd?: (() => void) | undefined
}

/** Seconds until a time. It ticks for the eye alone: put it into no live region. */
export function Countdown({ until, sentence, locale, now = clock, onEnd }: CountdownProps) {
  const left = () => Math.max(0, Math.ceil((until - now().getTime()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds(left)
      if (left() === 0) onEnd?.()
    }, 1000)
    return () => clearInterval(timer)
  })
  return <span className="ik-hint">{say(sentence, { seconds }, locale)}</span>
}

const clock = () => new Date()
