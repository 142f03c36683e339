'use client'
import { AcceptContent as Content, type AcceptContentProps } from '../components/AcceptContent.js'
import type { AcceptFirstLabels } from '../locales/en.js'
import { acceptLater } from '../locales/enAcceptLater.js'

/** The later part of AcceptInvitePage, and what it says in English: one chunk. */
export function AcceptContent(props: AcceptContentProps<AcceptFirstLabels>) {
  return <Content {...props} labels={{ ...acceptLater, ...props.labels }} />
}
