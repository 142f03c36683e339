import { handles } from './token.js'

/**
 * A URL, or any text with URLs in it (a message, a stack, JSON), without what an invite link must not tell: the values
 * of parameters such as `token`, `inviteId` and `email`, and what follows `/invite/` and the like in a path, of pages
 * and of the providers' APIs alike, encoded or not. Tokens that were read on this page, of 8 characters or more, go
 * wherever they stand. Never throws; JSON stays JSON. Rather too much goes than too little.
 *
 * For `beforeSend` of an error reporter: `(event) => JSON.parse(redactInviteUrl(JSON.stringify(event)))`.
 */
export function redactInviteUrl(text: string): string {
  let plain = text
  for (const [token, handle] of handles)
    if (/^[!-~]{8,}$/.test(token)) plain = plain.replace(new RegExp(written(token), 'gi'), handle)
  return plain.replace(shapes, '$1$2[redacted]')
}

const shapes = /*#__PURE__*/ shapesOf()

function shapesOf(): RegExp {
  const name = any('token=', 'inviteid=', 'invitationid=', 'invitecode=', 'email=')
  const word = any('invite', 'invites', 'invitation', 'invitations')
  const path = `(?:${word}(?:\\\\?${any('/')})+)+`
  return new RegExp(`(${name})[^\\s"<>\\\\&]+|(${path})[^\\s"<>\\\\/?#]+`, 'gi')
}

function any(...words: string[]): string {
  return `(?:${words.map(written).join('|')})`
}

/** A word as it may stand in a text: each character as it is, or encoded for a URL, however often, or for JSON. */
function written(word: string): string {
  return word.replace(/[^]/g, (one) => {
    const [low, high] = [one.toLowerCase(), one.toUpperCase()].map((each) =>
      each.charCodeAt(0).toString(16).padStart(2, '0'),
    )
    return `(?:\\x${low}|(?:%(?:25)*|\\\\u00)(?:${low}|${high}))`
  })
}
