'use client'
import { useLayoutEffect, useRef, type MouseEvent } from 'react'
import type { InviteFormProblem } from '../hooks/formProblems.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

interface FormSummaryProps {
  problems: readonly InviteFormProblem[]
  labels: FormLabels
  /** The ids of the fields. */
  ids: Record<InviteFormProblem['field'], string>
  /** Leads to the chip of an entry. */
  onShow: (id: number) => void
}

/** What is in the way of sending. It takes the focus, and each line leads to its field, or to the chip. */
export function FormSummary({ problems, labels, ids, onShow }: FormSummaryProps) {
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (problems.length > 0) root.current?.focus()
  }, [problems])

  // By hand, since the address bar belongs to the app.
  const onClick = (event: MouseEvent, problem: InviteFormProblem) => {
    event.preventDefault()
    if ('first' in problem) onShow(problem.first)
    else document.getElementById(ids[problem.field])?.focus()
  }

  return (
    <div ref={root} className="ik-summary" tabIndex={-1}>
      <div role="alert">
        <h3 className="ik-summary-title">{labels.problem}</h3>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.problem}`}>
              <a href={`#${ids[problem.field]}`} onClick={(event) => onClick(event, problem)}>
                {textOf(problem, labels)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function textOf(problem: InviteFormProblem, labels: FormLabels): string {
  if (problem.problem === 'missing')
    return say(labels.fieldMissing, { field: labels[problem.field] })
  const sentence = {
    none: labels.noRecipients,
    lost: labels.lostOnly,
    blocked: labels.blocked,
    nameless: labels.nameless,
    seats: labels.seatsProblem,
    long: labels.messageLong,
  }[problem.problem]
  return say(sentence, { count: 'count' in problem ? problem.count : 0 }, labels.locale)
}
