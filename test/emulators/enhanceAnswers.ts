import { json } from './emulator.ts'

/** An HttpError. */
const refuse = (status: number, code: string, message?: string) => json({ code, message }, status)

/** The refusals of orchd. */
export const answers = {
  noSession: () => refuse(401, 'no_session_token'),
  sessionEnded: () => refuse(401, 'invalid_session_token'),
  unauthorized: () => refuse(403, 'unauthorized', 'Unauthorized'),
  onlyMaster: () => refuse(403, 'only_mo_allowed', 'Only an MO admin may perform this operation'),
  otherSession: () => refuse(403, 'unauthorized', 'The session is not of the invited login'),
  wrongPassword: (status: number) => refuse(status, 'unauthorized', 'Invalid credentials'),
  notFound: (what: string) => refuse(404, 'not_found', `${what} not found`),
  conflict: (status: number) => refuse(status, 'already_exists', 'The member already exists'),
  invalid: (message: string) => refuse(400, 'invalid_input', message),
  mangled: () =>
    new Response('UUID parsing failed: invalid character in the id', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    }),
  tooMany: (seconds: number) =>
    json({ code: 'too_many_requests' }, 429, { 'retry-after': String(seconds) }),
  done: (cookie?: string) =>
    new Response(
      null,
      cookie === undefined ? {} : { headers: { 'set-cookie': setCookie(cookie) } },
    ),
  gone: () => new Response(null, { status: 204 }),
  page: () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
}

/** The attributes are assumed. */
export const setCookie = (value: string) => `id0=${value}; Path=/; HttpOnly`

export const isUuid = (value: string) =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(value)
