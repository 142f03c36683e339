/** What AcceptInvitePage says until the invite was read; the rest is loaded beside that. */
export const acceptFirst = {
  loading: 'Opening your invitation…',
  trouble: 'Your invitation could not be opened',
  notLoaded: 'A part of this page could not be loaded. Check your connection and try again.',
  retry: 'Try again',
}
