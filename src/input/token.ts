/**
 * An invite link in the hands of the app: `read` gives what it carries, `handle` names it without telling
 * anything, so that the token itself never stands in state, in a query key or in the DOM.
 */
export interface InviteLink {
  readonly handle: string
  read(): { token: string; email?: string | undefined }
}

/** The handle of each token that this page has read. */
export const handles: Map<string, string> = /*#__PURE__*/ new Map()

/** Wraps the token of a link. The same token gets the same handle for as long as the page lives. */
export function inviteLink(ref: { token: string; email?: string | undefined }): InviteLink {
  const handle = handles.get(ref.token) ?? `link-${handles.size + 1}`
  handles.set(ref.token, handle)
  return { handle, read: () => ref }
}
