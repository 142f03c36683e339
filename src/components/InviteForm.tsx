'use client'
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import {
  useInviteForm,
  type InviteFormOptions,
  type InviteFormProblem,
} from '../hooks/useInviteForm.js'
import { form as english, type FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { InviteTransport } from '../transport.js'
import { RecipientsField } from './RecipientsField.js'
import { SendResults } from './SendResults.js'

export interface InviteFormProps extends InviteFormOptions {
  transport: InviteTransport<'create'>
  /** Sentences that replace the English ones. */
  labels?: Partial<FormLabels> | undefined
  className?: string | undefined
}

/**
 * Invites one person or many: addresses typed or pasted in any form, a role, and whatever else the transport takes.
 * Renders a `<form>`.
 *
 * Styling hooks: `.ik-form`, `.ik-form[data-sending]`, `.ik-chip[data-invalid]`, `.ik-result[data-status="mailed|stored|added|unknown|failed"]`.
 */
export function InviteForm({ transport, labels, className, ...options }: InviteFormProps) {
  const words = { ...english, ...labels }
  const { locale } = words
  const form = useInviteForm(transport, options)
  const { sending, progress, entries, outcomes, roles, fields } = form
  const sendable = entries.filter(({ email }) => email !== undefined).length
  const [problems, setProblems] = useState<InviteFormProblem[]>([])
  const [message, announce] = useState('')
  const summary = useRef<HTMLDivElement>(null)
  const id = useId()
  const ids = {
    title: `${id}title`,
    recipients: `${id}recipients`,
    groups: `${id}groups`,
    message: `${id}message`,
  }

  useEffect(() => {
    if (problems.length > 0) summary.current?.focus()
  }, [problems])

  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault()
    const result = await form.submit()
    if (result.status === 'busy') return
    setProblems(result.status === 'blocked' ? result.problems : [])
    if (result.status === 'blocked') return
    const failed = result.outcomes.filter(({ status }) => status === 'failed').length
    const sent = result.outcomes.length - failed
    announce(
      [
        sent ? say(words.resultSent, { count: sent }, locale) : '',
        failed ? say(words.resultFailed, { count: failed }, locale) : '',
      ].join(' '),
    )
  }

  return (
    <form
      className={`ik-form ${className ?? ''}`}
      aria-labelledby={ids.title}
      data-sending={sending ? '' : undefined}
      noValidate
      onSubmit={(event) => void onSubmit(event)}
    >
      <h2 id={ids.title} className="ik-title">
        {words.title}
      </h2>
      {problems.length > 0 && (
        <div ref={summary} className="ik-summary" tabIndex={-1}>
          <div role="alert">
            <h3 className="ik-summary-title">{words.problem}</h3>
            <ul>
              {problems.map((problem) => (
                <li key={`${problem.field} ${problem.problem}`}>
                  <a href={`#${ids[problem.field]}`}>{problemText(problem, words)}</a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <RecipientsField form={form} labels={words} id={ids.recipients} announce={announce} />
      <div className="ik-form-row">
        {roles.length > 0 && (
          <label className="ik-field">
            <span className="ik-label">{words.role}</span>
            <select className="ik-input" {...form.register('role')}>
              {roles.map(({ value, label, description }) => (
                <option key={value} value={value} title={description}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        {fields.sendMail && (
          <label className="ik-field">
            <span className="ik-label">{words.delivery}</span>
            <select className="ik-input" {...form.register('delivery')}>
              <option value="mail">{words.byMail}</option>
              <option value="link">{words.byLink}</option>
            </select>
          </label>
        )}
        {fields.groups && (
          <label className="ik-field">
            <span className="ik-label">{words.groups}</span>
            <input
              id={ids.groups}
              className="ik-input"
              autoComplete="off"
              title={words.groupsHint}
              {...form.register('groups')}
            />
          </label>
        )}
      </div>
      {fields.message && (
        <label className="ik-field">
          <span className="ik-label">{words.message}</span>
          <textarea id={ids.message} className="ik-input" rows={3} {...form.register('message')} />
        </label>
      )}
      <div className="ik-form-actions">
        <button
          // While it sends, a press must do nothing and yet keep the focus.
          type={sending ? 'button' : 'submit'}
          aria-disabled={sending || undefined}
          className="ik-button ik-button-primary"
        >
          {sending
            ? say(words.sending, { count: progress.total }, locale)
            : sendable > 0
              ? say(words.submit, { count: sendable }, locale)
              : words.submitEmpty}
        </button>
        {sending && progress.total > 1 && (
          <progress
            className="ik-progress"
            aria-label={words.results}
            max={progress.total}
            value={progress.done}
          />
        )}
        <p role="status" className="ik-status">
          {message}
        </p>
      </div>
      {outcomes.length > 0 && (
        <SendResults outcomes={outcomes} labels={words} announce={announce} />
      )}
    </form>
  )
}

function problemText(problem: InviteFormProblem, words: FormLabels): string {
  if (problem.field !== 'recipients')
    return say(words.fieldMissing, { field: words[problem.field] })
  if (problem.problem === 'none') return words.noRecipients
  const sentence = problem.problem === 'invalid' ? words.invalidRecipients : words.nameless
  return say(sentence, { count: problem.count }, words.locale)
}
