import { inviteLink, type InviteLink } from './token.js'

export interface OpenedInvite extends InviteLink {
  /** Whether it came back by the address that `keep` gave, and not by the link itself. */
  readonly kept: boolean
  /**
   * Keeps the token in `sessionStorage` until it is read once, and gives the path to come back to, which has a handle
   * in the place of the token: this page with `?invite-kit=<handle>`. Undefined where nothing can be stored.
   */
  keep(): string | undefined
}

export interface ReadInviteTokenOptions {
  /**
   * Names of the parameter that carries the token, for a link of your own form.
   * @default ['token', 'inviteId']
   */
  params?: readonly string[] | undefined
  /** @default `window` */
  page?: Pick<Window, 'location' | 'history' | 'sessionStorage' | 'crypto'> | undefined
}

const handleParam = 'invite-kit'
const entryOf = (handle: string | undefined) => `invite-kit:link:${handle}`

/** The last segment, of the path or of one in the fragment; a page beside it, such as `/invites/new`, is no token. */
const inPath =
  /((?:^|#)[^?#]*\/(?:invites?|accept-invitation)\/)(?=[^/?#]*[A-Z\d])[^/?#]{16,}(?=\/?(?:[?#]|$))/

/**
 * Takes the token of an invite link out of the address bar, before it returns: `history.state` and other parameters
 * stay, a path gets `-` in its place. Call it first of all, where a module starts, and again on `hashchange` if your
 * page may be open already. Undefined where there is no token, and on a server.
 *
 * It is found in the fragment, then in the query: `token` (the kit's own link, Harness's mail and its accept page) or
 * `inviteId` (Authress, Harness's older link); then as the end of the path: `/invite/{code}` (Grafana 9.3),
 * `/invites/{key}?email=` (Enhance 12.24), `/accept-invitation/{id}` (as many apps over better-auth have it), if it has
 * 16 characters or more. Of several the first that is not empty counts, and all go; `email` goes with them. One of
 * more than 4000 characters goes as well, but is none. Encoding that is broken is left as it is: the provider will
 * not know such a token.
 */
export function readInviteToken({
  params = ['token', 'inviteId'],
  page = globalThis.window,
}: ReadInviteTokenOptions = {}): OpenedInvite | undefined {
  // On a server there is none.
  if (!(page as Window | undefined)) return undefined
  const { protocol, host, pathname, search, hash } = page.location
  const names = [...params, 'email', handleParam]
  const [query, fragment] = [taken(search, names), taken(hash, names)]
  const valueOf = (name: string) => fragment.found[name] || query.found[name]

  let token = params.map(valueOf).find(Boolean)
  const handle = valueOf(handleParam)
  const address = `${pathname}${query.rest}${fragment.rest}`.replace(inPath, (whole, before) => {
    if (token) return whole
    token = decoded(whole.slice(before.length))
    return `${before}-`
  })
  if (!token && !handle) return undefined
  try {
    page.history.replaceState(page.history.state, '', `${protocol}//${host}${address}`)
  } catch {
    // Too often for the browser: better a link that works.
  }

  const email = addressOf(valueOf('email'))
  const back = restored(page, handle)
  const ref = token ? { token, email } : back
  if (!ref?.token || ref.token.length > 4000) return undefined
  let own: string | undefined
  return {
    ...inviteLink(ref),
    kept: !token,
    keep() {
      own ??= page.crypto.getRandomValues(new Uint32Array(2)).join('-')
      try {
        page.sessionStorage.setItem(entryOf(own), JSON.stringify(ref))
      } catch {
        return undefined
      }
      const now = page.location
      const { rest } = taken(now.search, [handleParam])
      // Two slashes would lead to another host.
      const path = now.pathname.replace(/^\/+/, '/')
      return `${path}${rest}${rest ? '&' : '?'}${handleParam}=${own}${now.hash}`
    },
  }
}

/** The named parameters of a query, or of a fragment (which may begin with a path), and what is left without them. */
function taken(part: string, names: readonly string[]) {
  const [start = ''] = /^(?:\?|#(?:[^?&=]*\?)?)?/.exec(part) ?? []
  const found: Record<string, string> = {}
  const left = part
    .slice(start.length)
    .split('&')
    .filter((pair) => {
      const [name = ''] = pair.split('=', 1)
      if (name === pair || !names.includes(name)) return true
      found[name] ||= decoded(pair.slice(name.length + 1))
      return false
    })
  return { found, rest: left.length ? start + left.join('&') : start.slice(0, -1) }
}

/** A plus is a plus: neither a token nor an address has a space. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Harness encodes it twice. */
function addressOf(text = ''): string | undefined {
  const email = text.includes('@') ? text : decoded(text)
  return /^[^@\s]\S*@/.test(email) && email.length < 255 ? email : undefined
}

/** What was kept under a handle, which is of no use from then on. */
function restored(
  page: Pick<Window, 'sessionStorage'>,
  handle: string | undefined,
): { token: string; email?: string | undefined } | undefined {
  try {
    const { sessionStorage: store } = page
    const entry = store.getItem(entryOf(handle))
    store.removeItem(entryOf(handle))
    const { token, email } = JSON.parse(entry ?? '') as Record<string, unknown>
    if (typeof token !== 'string') return undefined
    return { token, email: typeof email === 'string' ? email : undefined }
  } catch {
    return undefined
  }
}
