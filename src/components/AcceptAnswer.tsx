'use client'
import { useEffect, useId, useMemo, useRef, useState, type MouseEvent } from 'react'
import { isOwner } from '../hooks/acceptStops.js'
import type { AcceptAnswers, AcceptInvite } from '../hooks/useAcceptInvite.js'
import type { AcceptLabels } from '../locales/en.js'
import type { AcceptField } from '../schema.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptFacts } from './AcceptFacts.js'
import { AcceptInput } from './AcceptInput.js'
import { acceptNames } from './acceptNames.js'
import { RetryNote } from './RetryNote.js'
import { Say } from './Say.js'
import { waitText } from './waitText.js'

interface AcceptAnswerProps {
  state: Extract<AcceptInvite, { status: 'ready' | 'accepting' | 'declining' }>
  labels: AcceptLabels
  titleId: string
  /** Inside a page of another origin nothing is answered. */
  framed: boolean
  actions: AcceptActions
}

/** The question itself: whose invite, who is signed in, what the provider asks, and the two answers. */
export function AcceptAnswer({ state, labels, titleId, framed, actions }: AcceptAnswerProps) {
  const { preview, viewer, status } = state
  const ready = status === 'ready' ? state : undefined
  const error = ready?.error
  const wait = 'wait' in state ? state.wait : undefined
  // Of each wait one text: it is read aloud.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const said = useMemo(() => wait && waitText(wait, labels), [wait])
  const [missing, setMissing] = useState<AcceptField['name'][]>([])
  const form = useRef<HTMLFormElement>(null)
  const framedId = useId()
  const names = acceptNames(preview)
  const owner = isOwner(state)
  const asks = preview?.asks ?? []
  /** The address may be known as something else too, such as the user name. */
  const masked = ({ value }: AcceptField) => !owner && Boolean(value) && value === preview?.email

  // What was refused has the focus, so that it is heard and can be mended at once.
  useEffect(() => {
    if (missing.length || error?.fields)
      form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [missing, error])

  // On the click and not on the submit: a script can cause a trusted submit, but not a trusted click. A press of
  // Enter in a field is a click on this button too.
  const onAccept = (event: MouseEvent<HTMLButtonElement>) => {
    if (!ready || framed || !event.nativeEvent.isTrusted) return
    const data = new FormData(event.currentTarget.form ?? undefined)
    const answers: AcceptAnswers = {}
    for (const ask of asks) {
      const answer = data.get(ask.name)
      if (typeof answer === 'string')
        answers[ask.name] = answer || (masked(ask) && ask.value) || answer
    }
    const empty = asks.filter(({ name, required }) => required && !answers[name]?.trim())
    setMissing(empty.map(({ name }) => name))
    if (empty.length === 0) ready.accept(answers)
  }
  const withName = (sentence: string, nameless: string) =>
    names.organization ? (
      <Say
        sentence={sentence}
        values={{ organization: <bdi>{names.organization}</bdi> }}
        locale={labels.locale}
      />
    ) : (
      nameless
    )
  const answerButton = {
    'aria-disabled': !ready || framed || undefined,
    'aria-describedby': framed ? framedId : undefined,
  }
  const leave = viewer ? !owner && actions.onSwitchAccount : viewer === null && actions.onSignIn

  // A reason goes to its field; the others stand in the summary.
  const asked: string[] = asks.map(({ name }) => name)
  const others = Object.entries(error?.fields ?? {}).filter(([name]) => !asked.includes(name))

  return (
    <form
      ref={form}
      className="ik-accept-form"
      aria-labelledby={titleId}
      noValidate
      // Whoever presses before the scripts are there sends nothing anywhere.
      method="dialog"
      onSubmit={(event) => event.preventDefault()}
    >
      <h1 id={titleId} tabIndex={-1} className="ik-title">
        {withName(labels.title, labels.titleUnknown)}
      </h1>
      <AcceptFacts known={state} names={names} labels={labels} />
      {framed && (
        <p id={framedId} className="ik-summary">
          {labels.framed}
        </p>
      )}
      {error && (
        <div className="ik-summary" role="alert">
          {[
            error.outcome === 'unknown' ? labels.lost : labels.errors[error.code],
            ...others.map(([, reason]) => reason),
          ].join(' ')}
        </div>
      )}
      {/* There before it has something to say, or nobody would hear it. */}
      <p role="status" className="ik-hidden">
        {said}
      </p>
      {asks.map((ask) => (
        <AcceptInput
          key={ask.name}
          ask={ask}
          labels={labels}
          missing={missing.includes(ask.name)}
          problem={error?.fields?.[ask.name]}
          masked={masked(ask)}
        />
      ))}
      <div className="ik-accept-actions">
        <button
          type={!ready || framed ? 'button' : 'submit'}
          className="ik-button ik-button-primary"
          {...answerButton}
          onClick={onAccept}
        >
          {status === 'accepting'
            ? labels.accepting
            : withName(labels.accept, labels.acceptUnknown)}
        </button>
        {(ready ? ready.decline : 'declines' in state && state.declines) && (
          <button
            type="button"
            className="ik-button"
            {...answerButton}
            onClick={(event) => {
              if (!framed && event.nativeEvent.isTrusted) ready?.decline?.()
            }}
          >
            {status === 'declining' ? labels.declining : labels.decline}
          </button>
        )}
        {leave && (
          <button
            type="button"
            className="ik-button"
            aria-disabled={!ready || undefined}
            // The second half of a double press may hit it, since the button beside it has got another text.
            onClick={() => ready && leave()}
          >
            {viewer ? labels.switchAccount : labels.signIn}
          </button>
        )}
      </div>
      {wait && (
        <RetryNote wait={wait} labels={labels} around="form" heir=".ik-accept-actions button" />
      )}
    </form>
  )
}
