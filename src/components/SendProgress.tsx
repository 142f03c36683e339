'use client'
import { useState } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { Countdown } from './Countdown.js'
import type { AllParts } from './parts.js'
import { useHandOver } from './useHandOver.js'

interface SendProgressProps {
  form: InviteForm
  labels: FormLabels
  parts: AllParts
}

/** How far a sending is, why it waits, and the way to stop it. */
export function SendProgress({ form, labels, parts: { Button } }: SendProgressProps) {
  const { progress, pause, cancel } = form
  const [stopping, setStopping] = useState(false)
  const region = useHandOver<HTMLDivElement>()
  return (
    <div ref={region} className="ik-sending">
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
      {pause?.reason === 'elsewhere' && <span className="ik-hint">{labels.elsewhere}</span>}
      {pause?.reason === 'unauthenticated' && <span className="ik-hint">{labels.signIn}</span>}
      {pause?.until !== undefined && !stopping && (
        <Countdown until={pause.until} sentence={labels.waiting} locale={labels.locale} />
      )}
    </div>
  )
}
