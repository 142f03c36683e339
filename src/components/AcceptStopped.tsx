'use client'
import type { ReactNode } from 'react'
import type { AcceptInvite, AcceptStop } from '../hooks/useAcceptInvite.js'
import { maskEmail } from '../input/maskEmail.js'
import type { AcceptLabels } from '../locales/en.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptGoOn } from './AcceptGoOn.js'
import { AcceptText } from './AcceptText.js'
import { OthersAddress } from './OthersAddress.js'
import { errorText } from './errorText.js'
import { Say } from './Say.js'

export type StoppedState = Extract<AcceptInvite, { status: AcceptStop | 'declined' | 'continuing' }>

interface AcceptStoppedProps {
  state: StoppedState
  labels: AcceptLabels
  titleId: string
  actions: AcceptActions
}

interface Message {
  title: string
  text?: ReactNode
  /** What the app can do about it, the best first. */
  actions?: (keyof typeof buttons | 'goOn')[]
  /** Where reading the invite again could help, the words on that button; `alone`: if there is nothing better. */
  retry?: 'retry' | 'useThis' | 'verified' | 'alone'
}

const buttons = {
  onSignIn: 'signIn',
  onSwitchAccount: 'switchAccount',
  onSignOut: 'signOut',
  onStay: 'stay',
  onAskAgain: 'askAgain',
} as const satisfies Partial<Record<keyof AcceptActions, keyof AcceptLabels>>

/** What is to be said where there is nothing to answer, and what to do next. */
export function AcceptStopped({ state, labels, titleId, actions: app }: AcceptStoppedProps) {
  const { title, text, actions = [], retry } = messageOf(state, labels)
  const shown: [label: string, act: () => void][] = []
  for (const name of actions) {
    const act = name !== 'goOn' && app[name]
    if (act) shown.push([labels[buttons[name]], act])
  }
  if (retry && 'retry' in state && (retry !== 'alone' || !shown.length))
    shown.push([labels[retry === 'alone' ? 'retry' : retry], state.retry])
  if ('proceed' in state) shown.push([labels.continueThere, state.proceed])
  const goesOn = actions.includes('goOn')
  return (
    <AcceptText titleId={titleId} title={title} text={text}>
      {goesOn && <AcceptGoOn {...app}>{labels.goOn}</AcceptGoOn>}
      {shown.map(([label, act], index) => (
        <button
          key={label}
          type="button"
          className={`ik-button ${goesOn || index ? '' : 'ik-button-primary'}`}
          onClick={act}
        >
          {label}
        </button>
      ))}
    </AcceptText>
  )
}

function messageOf(state: StoppedState, labels: AcceptLabels): Message {
  const { preview, viewer } = state
  const { error } = 'error' in state ? state : {}
  const fill = (sentence: AcceptLabels['slowDownFor'], values: Record<string, ReactNode>) => (
    <Say sentence={sentence} values={values} locale={labels.locale} />
  )
  const seen = viewer?.email ? <OthersAddress>{viewer.email}</OthersAddress> : undefined
  switch (state.status) {
    case 'continuing':
      return { title: labels.continuing, text: labels.continuingText }
    case 'declined':
      return { title: labels.declined, text: labels.declinedText }
    case 'wrong_account':
      if (!error && !preview?.email)
        return {
          title: labels.changed,
          text: seen && fill(labels.changedText, { viewer: seen }),
          actions: ['onSwitchAccount', 'onSignOut'],
          retry: 'useThis',
        }
      return {
        title: labels.wrongAccount,
        text: !seen
          ? labels.accountUnknown
          : preview?.email
            ? fill(labels.wrongAccountText, {
                invited: <OthersAddress>{maskEmail(preview.email)}</OthersAddress>,
                viewer: seen,
              })
            : fill(labels.wrongAccountUnknown, { viewer: seen }),
        actions: ['onSwitchAccount', 'onSignOut', 'onStay'],
        retry: 'alone',
      }
    case 'unauthenticated':
      return {
        title: labels.unauthenticated,
        text: labels.unauthenticatedText,
        actions: ['onSignIn'],
        retry: 'alone',
      }
    case 'email_unverified':
      return { title: labels.unverified, text: labels.unverifiedText, retry: 'verified' }
    case 'expired':
      return { title: labels.expired, text: labels.expiredText, actions: ['onAskAgain'] }
    case 'revoked':
      return { title: labels.revoked, text: labels.revokedText, actions: ['onAskAgain'] }
    case 'already_accepted':
      if (state.mine)
        return { title: labels.alreadyMine, text: labels.alreadyMineText, actions: ['goOn'] }
      return {
        title: labels.used,
        text: labels.usedText,
        actions: viewer ? ['goOn'] : ['onSignIn', 'goOn'],
      }
    case 'not_found':
      if (error?.outcome === 'unknown')
        return {
          title: labels.gone,
          text: labels.goneAfterAnswer,
          actions: viewer ? ['goOn', 'onAskAgain'] : ['goOn', 'onSignIn', 'onAskAgain'],
        }
      return { title: labels.gone, text: labels.goneText, actions: ['onAskAgain'] }
    case 'forbidden':
      return {
        title: labels.forbidden,
        text: labels.forbiddenText,
        actions: ['onSwitchAccount', 'onSignOut'],
        retry: 'alone',
      }
    case 'limit_reached':
      return { title: labels.limit, text: labels.limitText, retry: 'retry' }
    case 'rate_limited':
      return {
        title: labels.slowDown,
        text: error?.retryAfter
          ? fill(labels.slowDownFor, { count: Math.ceil(error.retryAfter / 1000) })
          : labels.slowDownText,
        retry: 'retry',
      }
    case 'offline':
      return { title: labels.offline, text: labels.offlineText, retry: 'retry' }
    default:
      return {
        title: labels.trouble,
        text: error ? errorText(labels.errors, error) : labels.notLoaded,
        retry: 'retry',
      }
  }
}
