import type { InvitePage, ListInvitesInput } from './schema.js'

type Answer = (input: ListInvitesInput) => InvitePage

/**
 * What the whole behind a page says to other questions. Beside the pages and not in them: they stay plain data, and one
 * that a write has changed is no longer from that whole.
 */
export const wholes = /*#__PURE__*/ new WeakMap<InvitePage, Answer | undefined>()

/**
 * A page of what a provider returns as a whole. Until another question (a search, a filter, an order, the next page) has
 * its own answer, lists show what this whole says to it.
 */
export function fromWhole(input: ListInvitesInput, answer: Answer): InvitePage {
  const page = answer(input)
  wholes.set(page, (asked) => fromWhole(asked, answer))
  return page
}
