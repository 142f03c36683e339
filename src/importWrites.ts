/** The part that changes invites, which nobody needs before something is pressed. Rejects with what the browser says. */
export const importWrites = () => import('./writesLater.js')
