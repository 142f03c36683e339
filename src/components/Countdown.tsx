'use client'
import { useEffect, useState } from 'react'
import { say, type Sentence } from '../locales/say.js'

interface CountdownProps {
  /** Milliseconds since 1970. */
  until: number
  /** With `{seconds}`. */
  sentence: Sentence
  locale: string
}

/** Seconds until a time. It ticks for the eye alone: put it into no live region. */
export function Countdown({ until, sentence, locale }: CountdownProps) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  return <span className="ik-hint">{say(sentence, { seconds }, locale)}</span>
}
