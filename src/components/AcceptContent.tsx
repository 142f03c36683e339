'use client'
import type { AcceptInvite } from '../hooks/useAcceptInvite.js'
import type { AcceptLabels } from '../locales/en.js'
import { AcceptAnswer } from './AcceptAnswer.js'
import type { AcceptActions } from './acceptActions.js'
import { AcceptDone } from './AcceptDone.js'
import { AcceptStopped } from './AcceptStopped.js'

export interface AcceptContentProps<Labels> {
  state: Exclude<AcceptInvite, { status: 'loading' }>
  labels: Labels
  titleId: string
  framed: boolean
  actions: AcceptActions
}

/** What the page shows of an invite that was read, or that could not be. */
export function AcceptContent(props: AcceptContentProps<AcceptLabels>) {
  const { state, framed, ...rest } = props
  switch (state.status) {
    case 'ready':
    case 'accepting':
    case 'declining':
      return <AcceptAnswer {...rest} state={state} framed={framed} />
    case 'accepted':
      return <AcceptDone {...rest} preview={state.preview} />
    default:
      return <AcceptStopped {...rest} state={state} />
  }
}
