'use client'
import { useEffect, useState } from 'react'
import type { SubmitResult } from '../hooks/inviteFormOptions.js'
import type { InviteForm } from '../hooks/useInviteForm.js'
import { csvCell } from '../input/csv.js'
import type { FormLabels } from '../locales/en.js'
import { numberText, say } from '../locales/say.js'
import type { SendOutcome } from '../send.js'
import { Address } from './Address.js'
import { copyText } from './copyText.js'
import { downloadCsv } from './download.js'
import type { AllParts } from './parts.js'
import { resultGroups, resultText, type ResultGroup } from './resultGroups.js'
import { useHandOver } from './useHandOver.js'

interface SendResultsProps {
  form: InviteForm
  labels: FormLabels
  parts: AllParts
  announce: (text: string) => void
  /** Waits for a retry, and tells what it came to. */
  run: (submitting: Promise<SubmitResult>) => void
}

/** What became of each recipient, by reason, and what can be done about it. Renders a `<section>`. */
export function SendResults({ form, labels, parts, announce, run }: SendResultsProps) {
  const { outcomes, lookedUp, counts, check, retry, sending } = form
  const { Button } = parts
  const { locale } = labels

  const tellChecked = (results: readonly SendOutcome[]) => {
    const count = results.filter(({ status }) => status === 'sent').length
    announce(say(labels.checked, { count }, locale))
  }
  const onCheck = async () => tellChecked((await check?.()) ?? [])
  useEffect(() => {
    if (lookedUp) tellChecked(lookedUp)
    // Each time once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [lookedUp])

  return (
    <section className="ik-results" aria-label={labels.results}>
      {resultGroups(outcomes, labels).map((group) => (
        <Group
          key={group.text}
          group={group}
          // A short list is read at once.
          open={outcomes.length <= 20}
          labels={labels}
          parts={parts}
          announce={announce}
        />
      ))}
      <div className="ik-form-actions">
        {counts.failed > 0 && !sending && (
          <Passing parts={parts} onPress={() => run(retry('failed'))}>
            {say(labels.retry, { count: counts.failed }, locale)}
          </Passing>
        )}
        {counts.lost > 0 && check && !sending && (
          <Passing parts={parts} onPress={() => void onCheck()}>
            {labels.check}
          </Passing>
        )}
        {counts.lost > 0 && !sending && (
          <Passing parts={parts} onPress={() => run(retry('lost'))}>
            {say(labels.anyway, { count: counts.lost }, locale)}
          </Passing>
        )}
        {outcomes.length > 1 && (
          <Button
            type="button"
            className="ik-button"
            onClick={() => downloadCsv('invitations.csv', resultLines(outcomes, labels))}
          >
            {labels.download}
          </Button>
        )}
      </div>
    </section>
  )
}

interface PassingProps {
  parts: AllParts
  onPress: () => void
  children: string
}

/** A button that is gone once it has done its work. */
function Passing({ parts: { Button }, onPress, children }: PassingProps) {
  const region = useHandOver<HTMLSpanElement>()
  return (
    <span ref={region}>
      <Button type="button" className="ik-button" onClick={onPress}>
        {children}
      </Button>
    </span>
  )
}

interface GroupProps {
  group: ResultGroup
  open: boolean
  labels: FormLabels
  parts: AllParts
  announce: (text: string) => void
}

function Group({ group, open, labels, parts: { Button }, announce }: GroupProps) {
  const { status, text, outcomes } = group
  const [shown, show] = useState(100)
  const { locale } = labels
  const links = outcomes.flatMap((outcome) => linkOf(outcome) ?? [])
  const copy = (what: string) => void copyText(what, announce, labels)
  return (
    <details className="ik-result-group" data-status={status} open={open}>
      <summary>
        <span className="ik-result-count">{numberText(outcomes.length, locale)}</span> {text}
      </summary>
      <ul role="list" className="ik-results-list">
        {outcomes.slice(0, shown).map((outcome) => {
          const { email } = outcome.input
          const link = linkOf(outcome)
          return (
            <li key={email} className="ik-result">
              <Address>{email}</Address>
              {link && (
                <Button
                  type="button"
                  className="ik-button"
                  aria-label={say(labels.copyLinkFor, { email })}
                  onClick={() => copy(link)}
                >
                  {labels.copyLink}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {outcomes.length > shown && (
        <Button type="button" className="ik-button-quiet" onClick={() => show(shown + 100)}>
          {say(labels.more, { count: outcomes.length - shown }, locale)}
        </Button>
      )}
      {links.length > 1 && (
        <Button type="button" className="ik-button" onClick={() => copy(links.join('\n'))}>
          {say(labels.copyLinks, { count: links.length }, locale)}
        </Button>
      )}
    </details>
  )
}

/** Only where nobody was mailed: elsewhere the link is for its recipient alone. */
function linkOf(outcome: SendOutcome): string | undefined {
  return outcome.status === 'sent' && outcome.sent.delivery === 'stored'
    ? outcome.sent.url
    : undefined
}

function resultLines(outcomes: readonly SendOutcome[], labels: FormLabels): string[] {
  const { columns } = labels
  const rows = outcomes.map((outcome) => [
    outcome.input.email,
    outcome.input.name ?? '',
    outcome.input.role ?? '',
    resultText(outcome, labels),
    linkOf(outcome) ?? '',
  ])
  const head = [columns.email, columns.name, columns.role, columns.result, columns.link]
  return [head, ...rows].map((cells) => cells.map(csvCell).join(','))
}
