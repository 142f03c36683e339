'use client'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { SendOutcome } from '../send.js'
import { Address } from './Address.js'
import { errorText } from './errorText.js'

interface SendResultsProps {
  outcomes: readonly SendOutcome[]
  labels: FormLabels
  announce: (text: string) => void
}

/** What became of each recipient, in words. Renders a `<section>` with a list. */
export function SendResults({ outcomes, labels, announce }: SendResultsProps) {
  return (
    <section className="ik-results" aria-label={labels.results}>
      <ul role="list" className="ik-results-list">
        {outcomes.map((outcome, index) => {
          const link =
            outcome.status === 'sent' && outcome.sent.delivery === 'stored' && outcome.sent.url
          return (
            // Outcomes never change their order, and one address may stand there twice.
            // oxlint-disable-next-line no-array-index-key
            <li key={index} className="ik-result" data-status={kindOf(outcome)}>
              <Address>{outcome.input.email}</Address>
              <span className="ik-result-text">{textOf(outcome, labels)}</span>
              {link && (
                <button
                  type="button"
                  className="ik-button"
                  aria-label={say(labels.copyLinkFor, { email: outcome.input.email })}
                  onClick={() =>
                    void navigator.clipboard.writeText(link).then(() => announce(labels.copied))
                  }
                >
                  {labels.copyLink}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function kindOf(outcome: SendOutcome): string {
  return outcome.status === 'sent' ? outcome.sent.delivery : 'failed'
}

function textOf(outcome: SendOutcome, labels: FormLabels): string {
  if (outcome.status === 'failed')
    return outcome.error.outcome === 'unknown'
      ? labels.lost
      : errorText(labels.errors, outcome.error)
  if (outcome.sent.renewed) return labels.renewed
  return {
    mailed: labels.mailed,
    stored: labels.stored,
    added: labels.addedDirectly,
    unknown: labels.deliveryUnknown,
  }[outcome.sent.delivery]
}
