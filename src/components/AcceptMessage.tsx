'use client'
import type { ReactNode } from 'react'
import type { AcceptInvite, AcceptStop } from '../hooks/useAcceptInvite.js'
import type { AcceptLabels } from '../locales/en.js'
import { Address } from './Address.js'
import { errorText } from './errorText.js'
import { Say } from './Say.js'

/** Every state of the page but the one with the question. */
type MessageState = Exclude<AcceptInvite, { accept: unknown }>

/** What only the app can do. A button whose function is absent is not shown. */
export interface AcceptActions {
  /** Takes the invitee to the sign-in page, and back to this invite. */
  onSignIn?: (() => void) | undefined
  /** Signs out, and lets the invitee come back as somebody else. */
  onSwitchAccount?: (() => void) | undefined
  /** Goes on into the app after acceptance. */
  onDone?: (() => void) | undefined
  /** Asks the inviter for a new invite, where this one is past use. */
  onAskAgain?: (() => void) | undefined
}

interface AcceptMessageProps {
  state: MessageState
  labels: AcceptLabels
  titleId: string
  actions: AcceptActions
}

interface Message {
  title: ReactNode
  text?: ReactNode
  action?: keyof AcceptActions
  /** Whether reading the invite again could help. */
  retry?: boolean
}

/** What is to be said where there is nothing to answer, and the one thing to do next. */
export function AcceptMessage({ state, labels, titleId, actions }: AcceptMessageProps) {
  const { title, text, action, retry } = messageOf(state, labels)
  const act = action && actions[action]
  return (
    <>
      <h1 id={titleId} tabIndex={-1} className="ik-title">
        {title}
      </h1>
      {text && <p className="ik-accept-text">{text}</p>}
      <div className="ik-accept-actions">
        {act && (
          <button type="button" className="ik-button ik-button-primary" onClick={act}>
            {buttonOf(action, labels)}
          </button>
        )}
        {retry && 'retry' in state && (
          <button
            type="button"
            className={act ? 'ik-button' : 'ik-button ik-button-primary'}
            onClick={state.retry}
          >
            {labels.retry}
          </button>
        )}
      </div>
    </>
  )
}

function messageOf(state: MessageState, labels: AcceptLabels): Message {
  const { preview, viewer, status } = state
  const fill = (sentence: string, values: Record<string, ReactNode>) => (
    <Say sentence={sentence} values={values} locale={labels.locale} />
  )
  switch (status) {
    case 'loading':
      return { title: labels.loading }
    case 'accepted':
      return {
        title: preview?.organization
          ? fill(labels.accepted, { organization: <bdi>{preview.organization}</bdi> })
          : labels.acceptedUnknown,
        text: labels.acceptedText,
        action: 'onDone',
      }
    case 'continuing':
      return { title: labels.continuing, text: labels.continuingText }
    case 'declined':
      return { title: labels.declined, text: labels.declinedText }
    case 'wrong_account': {
      const as = viewer?.email ? <Address>{viewer.email}</Address> : labels.title
      return {
        title: labels.wrongAccount,
        text: preview?.email
          ? fill(labels.wrongAccountText, {
              invited: <Address>{preview.email}</Address>,
              viewer: as,
            })
          : viewer?.email && fill(labels.wrongAccountUnknown, { viewer: as }),
        action: 'onSwitchAccount',
      }
    }
    case 'rate_limited':
    case 'offline':
    case 'limit_reached':
    case 'failed':
    case 'email_unverified':
      return {
        ...said(status, labels),
        ...(status === 'failed' && state.error && { text: errorText(labels.errors, state.error) }),
        retry: true,
      }
    default:
      return said(status, labels)
  }
}

/** The stops that need nothing but their own two sentences. */
function said(status: Exclude<AcceptStop, 'wrong_account'>, labels: AcceptLabels): Message {
  const messages: Record<typeof status, Message> = {
    unauthenticated: {
      title: labels.unauthenticated,
      text: labels.unauthenticatedText,
      action: 'onSignIn',
    },
    email_unverified: { title: labels.unverified, text: labels.unverifiedText },
    expired: { title: labels.expired, text: labels.expiredText, action: 'onAskAgain' },
    revoked: { title: labels.revoked, text: labels.revokedText, action: 'onAskAgain' },
    already_accepted: { title: labels.used, text: labels.usedText, action: 'onDone' },
    not_found: { title: labels.gone, text: labels.goneText, action: 'onAskAgain' },
    forbidden: { title: labels.forbidden, text: labels.forbiddenText },
    limit_reached: { title: labels.limit, text: labels.limitText },
    rate_limited: { title: labels.slowDown, text: labels.slowDownText },
    offline: { title: labels.offline, text: labels.offlineText },
    failed: { title: labels.trouble },
  }
  return messages[status]
}

function buttonOf(action: keyof AcceptActions, labels: AcceptLabels): string {
  return {
    onSignIn: labels.signIn,
    onSwitchAccount: labels.switchAccount,
    onDone: labels.goOn,
    onAskAgain: labels.askAgain,
  }[action]
}
