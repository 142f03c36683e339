'use client'
import { useState, type MouseEvent, type ReactNode } from 'react'
import type { AcceptAnswers, AcceptInvite } from '../hooks/useAcceptInvite.js'
import type { AcceptLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { AcceptField } from '../schema.js'
import { Address } from './Address.js'
import { AcceptInput } from './AcceptInput.js'
import { errorText } from './errorText.js'
import { Say } from './Say.js'
import { Time } from './Time.js'

interface AcceptAnswerProps {
  state: Extract<AcceptInvite, { accept: unknown }>
  labels: AcceptLabels
  titleId: string
}

/** The question itself: whose invite, who is signed in, what the provider asks, and the two answers. */
export function AcceptAnswer({ state, labels, titleId }: AcceptAnswerProps) {
  const { preview, viewer, status, error } = state
  const [missing, setMissing] = useState<AcceptField['name'][]>([])
  const busy = status !== 'ready'
  const organization = preview?.organization && <bdi>{preview.organization}</bdi>
  const asks = preview?.asks ?? []

  // On the click and not on the submit: a script can cause a trusted submit, but not a trusted click. A press of
  // Enter in a field is a click on this button too.
  const onAccept = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || !event.nativeEvent.isTrusted) return
    const data = new FormData(event.currentTarget.form ?? undefined)
    const answers: AcceptAnswers = {}
    for (const { name } of asks) {
      const answer = data.get(name)
      if (typeof answer === 'string') answers[name] = answer
    }
    const empty = asks.filter(({ name, required }) => required && !answers[name]?.trim())
    setMissing(empty.map(({ name }) => name))
    if (empty.length === 0) state.accept(answers)
  }

  const facts: [sentence: string, values: Record<string, ReactNode>][] = []
  if (preview?.invitedBy)
    facts.push([labels.invitedBy, { inviter: <bdi>{preview.invitedBy}</bdi> }])
  if (preview?.email) facts.push([labels.invitedAs, { email: <Address>{preview.email}</Address> }])
  if (viewer?.email) facts.push([labels.signedInAs, { email: <Address>{viewer.email}</Address> }])
  if (preview?.role) facts.push([labels.role, { role: <bdi>{preview.role}</bdi> }])
  if (preview?.expiresAt)
    facts.push([
      labels.expires,
      { date: <Time date={preview.expiresAt} locale={labels.locale} to="minute" /> },
    ])

  return (
    <form
      className="ik-accept-form"
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <h1 id={titleId} tabIndex={-1} className="ik-title">
        {organization ? (
          <Say sentence={labels.title} values={{ organization }} locale={labels.locale} />
        ) : (
          labels.titleUnknown
        )}
      </h1>
      <div className="ik-accept-text">
        {facts.map(([sentence, values]) => (
          <p key={sentence}>
            <Say sentence={sentence} values={values} locale={labels.locale} />
          </p>
        ))}
      </div>
      {error && (
        <div className="ik-summary" role="alert">
          {errorText(labels.errors, error)}
        </div>
      )}
      {asks.map((ask) => (
        <AcceptInput
          key={ask.name}
          ask={ask}
          labels={labels}
          problem={
            missing.includes(ask.name)
              ? say(labels.fieldMissing, { field: labels[ask.name] })
              : error?.fields?.[ask.name]
          }
        />
      ))}
      <div className="ik-accept-actions">
        <button
          type={busy ? 'button' : 'submit'}
          className="ik-button ik-button-primary"
          aria-disabled={busy || undefined}
          onClick={onAccept}
        >
          {status === 'accepting' ? (
            labels.accepting
          ) : organization ? (
            <Say sentence={labels.accept} values={{ organization }} locale={labels.locale} />
          ) : (
            labels.acceptUnknown
          )}
        </button>
        {state.decline && (
          <button
            type="button"
            className="ik-button"
            aria-disabled={busy || undefined}
            onClick={(event) => {
              if (!busy && event.nativeEvent.isTrusted) state.decline?.()
            }}
          >
            {status === 'declining' ? labels.declining : labels.decline}
          </button>
        )}
      </div>
    </form>
  )
}
