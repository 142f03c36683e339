'use client'
import { useEffect, useState } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { AllParts } from './parts.js'

interface SendProgressProps {
  form: InviteForm
  labels: FormLabels
  parts: AllParts
}

/** How far a sending is, why it waits, and the way to stop it. */
export function SendProgress({ form, labels, parts: { Button } }: SendProgressProps) {
  const { progress, pause, cancel } = form
  const [stopping, setStopping] = useState(false)
  return (
    <div className="ik-sending">
      <progress
        className="ik-progress"
        aria-label={labels.results}
        max={progress.total}
        value={progress.done}
      />
      <span className="ik-hint">{say(labels.progress, progress, labels.locale)}</span>
      <Button
        type="button"
        className="ik-button"
        aria-disabled={stopping || undefined}
        onClick={() => {
          setStopping(true)
          cancel()
        }}
      >
        {stopping ? labels.stopping : labels.stop}
      </Button>
      {pause?.reason === 'unauthenticated' && <span className="ik-hint">{labels.signIn}</span>}
      {pause?.until !== undefined && !stopping && (
        <span className="ik-hint">
          <Countdown until={pause.until} labels={labels} />
        </span>
      )}
    </div>
  )
}

/** Seconds until a time. It ticks for the eye alone: nothing here is a live region. */
function Countdown({ until, labels }: { until: number; labels: FormLabels }) {
  const secondsLeft = () => Math.max(0, Math.ceil((until - Date.now()) / 1000))
  const [seconds, setSeconds] = useState(secondsLeft)
  useEffect(() => {
    const timer = setInterval(
      () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000))),
      1000,
    )
    return () => clearInterval(timer)
  }, [until])
  return say(labels.waiting, { seconds }, labels.locale)
}
