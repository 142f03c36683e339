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
  let last: { question: string; page: InvitePage } | undefined
  // A list asks with each of its renders.
  wholes.set(page, (asked) => {
    const question = JSON.stringify(asked)
    if (question !== last?.question) last = { question, page: fromWhole(asked, answer) }
    return last.page
  })
  return page
}
