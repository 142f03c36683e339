'use client'
import {
  AcceptInvitePage as Page,
  type AcceptInvitePageProps as Props,
} from '../components/AcceptInvitePage.js'
import { partOf } from '../hooks/usePart.js'
import type { AcceptLabels } from '../locales/en.js'

/** What AcceptInvitePage takes where no sentence is built in. */
export interface AcceptInvitePageProps extends Omit<Props, 'labels'> {
  /** Every sentence. */
  labels: AcceptLabels
}

const later = /*#__PURE__*/ partOf(() => import('../components/AcceptContent.js'))

/** AcceptInvitePage of `invite-kit` in the language of its labels: no sentence of another one is shipped. */
export function AcceptInvitePage(props: AcceptInvitePageProps) {
  return <Page {...props} later={later} />
}
