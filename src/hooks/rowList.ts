import type { QueryClient } from '@tanstack/react-query'
import type { InvitePage } from '../schema.js'
import type { InviteTransport } from '../transport.js'
import type { Times } from './cooldown.js'

/** The list whose rows are written. */
export interface RowList {
  transport: InviteTransport
  client: QueryClient
  memory: RowMemory
  /** Milliseconds between two mails to one address. */
  cooldown: number
  now: () => Date
}

/** What a list remembers while it is shown. */
export interface RowMemory {
  /** What was mailed here, beside what is kept over a reload. */
  times?: Times
  /** What others changed is told against this. */
  seen?: SeenPage
}

/** The page that was seen last, what had been asked, and how far writes had come here. */
interface SeenPage {
  page: InvitePage
  question: string
  writes: number
}
