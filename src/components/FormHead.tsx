'use client'
import { useEffect } from 'react'
import type { InviteFormProblem } from '../hooks/formProblems.js'
import type { SubmitResult } from '../hooks/inviteFormOptions.js'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { FormSummary } from './FormSummary.js'
import type { AllParts } from './parts.js'

interface FormHeadProps {
  form: InviteForm
  problems: readonly InviteFormProblem[]
  labels: FormLabels
  parts: AllParts
  ids: Record<InviteFormProblem['field'], string>
  onShow: (id: number) => void
  /** Waits for what is taken up, and tells what it came to. */
  run: (submitting: Promise<SubmitResult>) => void
}

/** What comes before the fields: a sending that a reload has interrupted, and what is in the way of one. */
export function FormHead({ form, problems, labels, parts, ids, onShow, run }: FormHeadProps) {
  const { interrupted, sending } = form
  const { Button } = parts

  // A browser's first plural and number of a language take 20 ms, which would come with the first paste.
  useEffect(() => {
    const timer = setTimeout(() => say(labels.added, { count: 1000 }, labels.locale), 200)
    return () => clearTimeout(timer)
  }, [labels])

  return (
    <>
      {interrupted && !sending && (
        <div className="ik-notice">
          <span>
            {say(
              labels.interrupted,
              { done: interrupted.done, total: interrupted.total },
              labels.locale,
            )}
          </span>
          <span className="ik-form-actions">
            <Button type="button" className="ik-button" onClick={() => run(interrupted.resume())}>
              {labels.resume}
            </Button>
            <Button type="button" className="ik-button-quiet" onClick={interrupted.drop}>
              {labels.drop}
            </Button>
          </span>
        </div>
      )}
      {problems.length > 0 && (
        <FormSummary problems={problems} labels={labels} ids={ids} onShow={onShow} />
      )}
    </>
  )
}
