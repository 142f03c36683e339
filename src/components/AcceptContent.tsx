'use client'
import type { AcceptInvite } from '../hooks/useAcceptInvite.js'
import type { AcceptLabels } from '../locales/en.js'
import { acceptFirst } from '../locales/enAccept.js'
import { acceptLater } from '../locales/enAcceptLater.js'
import { AcceptAnswer } from './AcceptAnswer.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptDone } from './AcceptDone.js'
import { AcceptStopped } from './AcceptStopped.js'

interface AcceptContentProps {
  state: Exclude<AcceptInvite, { status: 'loading' }>
  /** Sentences that replace the English ones. */
  labels: Partial<AcceptLabels> | undefined
  titleId: string
  framed: boolean
  actions: AcceptActions
}

/** What the page shows of an invite that was read, or that could not be. */
export function AcceptContent({ state, labels: replaced, framed, ...rest }: AcceptContentProps) {
  const labels = { ...acceptFirst, ...acceptLater, ...replaced }
  switch (state.status) {
    case 'ready':
    case 'accepting':
    case 'declining':
      return <AcceptAnswer {...rest} state={state} labels={labels} framed={framed} />
    case 'accepted':
      return <AcceptDone {...rest} preview={state.preview} labels={labels} />
    default:
      return <AcceptStopped {...rest} state={state} labels={labels} />
  }
}
