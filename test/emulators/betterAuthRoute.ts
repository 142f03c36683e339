import { json } from './emulator.ts'

export type Form = Record<string, unknown>

/** What is wrong with a value, in zod's words. */
type Check = (value: unknown) => string | undefined

/** One of better-auth's endpoints: its input, and who may call it. */
export interface Route<Caller> {
  body?: Record<string, Check> | undefined
  query?: Record<string, Check> | undefined
  anyone?: ((caller: Caller | undefined, form: Form) => Response) | undefined
  signedIn?: ((caller: Caller, form: Form) => Response) | undefined
}

interface Received {
  method: string
  url: URL
  headers: Headers
  text: string
}

/** What better-auth does around an endpoint, in its order: JSON, Origin, shape, session. */
export function answerRoute<Caller>(
  route: Route<Caller>,
  { method, url, headers, text }: Received,
  caller: Caller | undefined,
): Response {
  let form: unknown = Object.fromEntries(
    [...url.searchParams.keys()].map((key) => {
      const values = url.searchParams.getAll(key)
      return [key, values.length > 1 ? values : values[0]]
    }),
  )
  if (method === 'POST') {
    const type = headers.get('content-type')?.split(';')[0]
    if (text && type !== 'application/json') return unsupported(String(type))
    try {
      form = text ? JSON.parse(text) : undefined
    } catch {
      return json({ message: 'Invalid JSON in request body', code: 'BAD_REQUEST' }, 400)
    }
    const origin = headers.get('origin') ?? headers.get('referer')
    if (headers.has('cookie') && (!origin || origin === 'null'))
      return refuse(403, 'MISSING_OR_NULL_ORIGIN')
    if (headers.has('cookie') && origin && new URL(origin).origin !== url.origin)
      return refuse(403, 'INVALID_ORIGIN')
  }
  const { body, query = {} } = route
  const issues = body ? issuesOf('body', body, form) : issuesOf('query', query, form)
  if (issues.length > 0) return json({ message: issues.join('; '), code: 'VALIDATION_ERROR' }, 400)
  const valid = Object(form) as Form
  if (route.anyone) return route.anyone(caller, valid)
  if (!caller || !route.signedIn) return refuse(401, 'UNAUTHORIZED')
  return route.signedIn(caller, valid)
}

/** A refusal by its code; each has one sentence. */
export const refuse = (status: number, code: BetterAuthCode) =>
  json({ message: sentences[code] || sentenceOf(code), code }, status)

export type BetterAuthCode = keyof typeof sentences

/** Empty where the sentence is the code in small letters. */
const sentences = {
  UNAUTHORIZED: '',
  MISSING_OR_NULL_ORIGIN: 'Missing or null Origin',
  INVALID_ORIGIN: '',
  INVALID_EMAIL: '',
  ORGANIZATION_NOT_FOUND: '',
  MEMBER_NOT_FOUND: '',
  ROLE_NOT_FOUND: '',
  INVITATION_NOT_FOUND: '',
  INVITATION_LIMIT_REACHED: '',
  ORGANIZATION_MEMBERSHIP_LIMIT_REACHED: '',
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: '',
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION: '',
  YOU_ARE_NOT_ALLOWED_TO_INVITE_USERS_TO_THIS_ORGANIZATION: '',
  YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH_THIS_ROLE:
    'You are not allowed to invite a user with this role',
  YOU_ARE_NOT_ALLOWED_TO_LIST_INVITATIONS:
    'You are not allowed to list invitations for this organization',
  YOU_ARE_NOT_ALLOWED_TO_CANCEL_THIS_INVITATION: '',
  YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION: '',
  INVITER_IS_NO_LONGER_A_MEMBER_OF_THE_ORGANIZATION: '',
  EMAIL_VERIFICATION_REQUIRED_FOR_INVITATION:
    'Email verification required to view or list invitations for the session email',
  EMAIL_VERIFICATION_REQUIRED_BEFORE_ACCEPTING_OR_REJECTING_INVITATION: '',
}

function sentenceOf(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const unsupported = (type: string) => {
  const message = `Content-Type "${type}" is not allowed. Allowed types: application/json`
  return json({ message, code: 'UNSUPPORTED_MEDIA_TYPE' }, 415)
}

function issuesOf(place: string, shape: Record<string, Check>, form: unknown): string[] {
  if (kindOf(form) !== 'object')
    return [`[${place}] Invalid input: expected object, received ${kindOf(form)}`]
  return Object.entries(shape).flatMap(([name, check]) => {
    const issue = check((form as Form)[name])
    return issue ? [`[${place}.${name}] ${issue}`] : []
  })
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

const expecting =
  (kind: string): Check =>
  (value) =>
    kindOf(value) === kind
      ? undefined
      : `Invalid input: expected ${kind}, received ${kindOf(value)}`

export const isText = expecting('string')

/** Optional ones may be absent, not null. */
export const optionally =
  (kind: 'string' | 'boolean'): Check =>
  (value) =>
    value === undefined ? undefined : expecting(kind)(value)

export const isRole: Check = (value) =>
  [value].flat().every((one) => typeof one === 'string') ? undefined : 'Invalid input'
