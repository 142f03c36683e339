'use client'
import {
  AcceptInvitePage as Page,
  type AcceptInvitePageProps,
} from '../components/AcceptInvitePage.js'
import { partOf } from '../hooks/usePart.js'
import { acceptFirst } from '../locales/enAccept.js'

const later = /*#__PURE__*/ partOf(() => import('./AcceptContent.js'))

/**
 * The page behind an invite link. It says whose invite it is, and accepts or declines on a person's press, never
 * before. Renders a `<main>` with one `<h1>`, and a `<meta>` that keeps the address from other sites.
 *
 * Styling hooks: `.ik-accept`, `.ik-accept[data-status]`.
 */
export function AcceptInvitePage(props: AcceptInvitePageProps) {
  return <Page {...props} labels={{ ...acceptFirst, ...props.labels }} later={later} />
}
