'use client'
import { useEffect, useId, useState, type ReactNode, type SubmitEvent } from 'react'
import { InviteError } from '../error.js'
import type { InviteFormProblem } from '../hooks/formProblems.js'
import type { InviteFormOptions, SubmitResult } from '../hooks/inviteFormOptions.js'
import { useInviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import type { CsvLabels } from '../locales/enCsv.js'
import { formFirst } from '../locales/enForm.js'
import { formLater } from '../locales/enFormLater.js'
import { numberText, say } from '../locales/say.js'
import type { InviteTransport } from '../transport.js'
import { tellAdded } from './addedText.js'
import { errorText } from './errorText.js'
import { FormSummary } from './FormSummary.js'
import { InviteFields, type InviteGroup } from './InviteFields.js'
import { nativeParts, type Parts } from './parts.js'
import { RecipientsField } from './RecipientsField.js'
import { resultStatus } from './resultGroups.js'
import { SeatsMeter } from './SeatsMeter.js'
import { useCsvFile } from './useCsvFile.js'
import { useLoaded } from './useLoaded.js'

/** What InviteForm takes. */
export interface InviteFormProps extends InviteFormOptions {
  transport: InviteTransport<'create'>
  /** Groups to choose from; without them they are typed. Shown where the transport takes groups. */
  groups?: readonly InviteGroup[] | undefined
  /** Inputs of the app, within the form: their values come to `onBeforeSend`. */
  children?: ReactNode
  /** Sentences that replace the English ones. */
  labels?: Partial<FormLabels> | undefined
  /** Sentences of the import of a file that replace the English ones. */
  csvLabels?: Partial<CsvLabels> | undefined
  /** Components in the place of native elements. */
  parts?: Parts | undefined
  className?: string | undefined
}

/**
 * Invites one person or many: addresses typed or pasted in any form, a role, and whatever else the transport takes.
 * Renders a `<form>`.
 *
 * Styling hooks: `.ik-form`, `.ik-form[data-sending]`, `.ik-chip[data-severity="invalid|lost|note"]`, `.ik-seats[data-short]`, `.ik-result-group[data-status="mailed|stored|added|unknown|failed|lost"]`.
 */
export function InviteForm(props: InviteFormProps) {
  const { transport, groups, children, labels, csvLabels, className, ...options } = props
  const words = { ...formFirst, ...formLater, ...labels }
  const parts = { ...nativeParts, ...props.parts }
  const { Button } = parts
  const { locale } = words
  const form = useInviteForm(transport, options)
  const { sending, progress, outcomes, seats, interrupted } = form
  const { ready } = form.counts
  const [entered, enter] = useState(false)
  const later = useLoaded(
    loadLater,
    entered || form.entries.length > 0 || interrupted !== undefined,
  )
  const [problems, setProblems] = useState<InviteFormProblem[]>([])
  const [shown, show] = useState<{ id: number }>()
  const [message, announce] = useState('')
  const csv = useCsvFile(form, announce, words)
  const id = useId()
  const ids = {
    title: `${id}title`,
    recipients: `${id}recipients`,
    groups: `${id}groups`,
    message: `${id}message`,
  }

  // A browser's first number format takes 20 ms, which would come with the first paste.
  useEffect(() => {
    const timer = setTimeout(() => numberText(0, locale), 200)
    return () => clearTimeout(timer)
  }, [locale])

  const onResult = (result: SubmitResult) => {
    if (result.status === 'busy') return
    setProblems(result.status === 'blocked' ? result.problems : [])
    if (result.status !== 'sent') return
    const counts = { sent: 0, failed: 0, lost: 0 }
    for (const outcome of result.outcomes) {
      if (outcome.status === 'sent') counts.sent++
      else counts[resultStatus(outcome) === 'lost' ? 'lost' : 'failed']++
    }
    const sentences = [
      [words.resultSent, counts.sent],
      [words.resultFailed, counts.failed],
      [words.resultLost, counts.lost],
    ] as const
    announce(
      sentences
        .flatMap(([sentence, count]) => (count ? say(sentence, { count }, locale) : []))
        .join(' '),
    )
  }
  const run = (submitting: Promise<SubmitResult>) => {
    announce('')
    void submitting.then(onResult, (thrown: unknown) =>
      announce(errorText(words.errors, InviteError.from(thrown))),
    )
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    run(form.submit(new FormData(event.currentTarget)))
  }

  return (
    <form
      className={`ik-form ${className ?? ''}`}
      aria-labelledby={ids.title}
      data-sending={sending ? '' : undefined}
      noValidate
      onSubmit={onSubmit}
    >
      <h2 id={ids.title} className="ik-title">
        {words.title}
      </h2>
      {interrupted && !sending && (
        <div className="ik-notice">
          <span>
            {say(words.interrupted, { done: interrupted.done, total: interrupted.total }, locale)}
          </span>
          <span className="ik-notice-actions">
            <Button type="button" className="ik-button" onClick={() => run(interrupted.resume())}>
              {words.resume}
            </Button>
            <Button type="button" className="ik-button-quiet" onClick={interrupted.drop}>
              {words.drop}
            </Button>
          </span>
        </div>
      )}
      {problems.length > 0 && (
        <FormSummary
          problems={problems}
          labels={words}
          ids={ids}
          onShow={(one) => show({ id: one })}
        />
      )}
      <RecipientsField
        form={form}
        labels={words}
        parts={parts}
        Editor={later?.ChipEditor}
        id={ids.recipients}
        shown={shown}
        onFocus={() => enter(true)}
        onFile={csv.open}
        onTemplate={csv.template}
        announce={announce}
      />
      {seats && <SeatsMeter seats={seats} labels={words} />}
      <InviteFields
        form={form}
        labels={words}
        parts={parts}
        groups={groups}
        now={options.now ?? (() => new Date())}
        ids={ids}
        announce={announce}
      />
      {children}
      <div className="ik-form-actions">
        <Button
          // While it sends, a press must do nothing and yet keep the focus.
          type={sending ? 'button' : 'submit'}
          aria-disabled={sending || undefined}
          className="ik-button ik-button-primary"
        >
          {sending
            ? say(words.sending, { count: progress.total }, locale)
            : ready > 0
              ? say(words.submit, { count: ready }, locale)
              : words.submitEmpty}
        </Button>
        {sending && (progress.total > 1 || form.pause) && later && (
          <later.SendProgress form={form} labels={words} parts={parts} />
        )}
        <p role="status" className="ik-status">
          {message}
        </p>
      </div>
      {outcomes.length > 0 && later && (
        <later.SendResults form={form} labels={words} parts={parts} announce={announce} run={run} />
      )}
      {csv.opened && (
        <csv.opened.CsvImport
          key={csv.opened.file.name}
          file={csv.opened.file}
          roles={form.roles}
          fields={form.fields}
          taken={csv.taken}
          labels={csvLabels}
          refusals={words.refusals}
          parts={parts}
          onAdd={(rows) => tellAdded(form.addRows(rows), words, announce)}
          onClose={csv.close}
        />
      )}
    </form>
  )
}

const loadLater = () => import('./formLater.js')
