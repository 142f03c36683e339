import { received, type Emulator } from './emulator.ts'
import { harnessAnswers, olderAnswers } from './harnessAnswers.ts'
import { bindingsOf, pageOf, sameScope, scopeKey, shownOf, textsOf } from './harnessRecords.ts'
import { day, harnessState } from './harnessState.ts'
import type { HarnessInvite, HarnessScope, HarnessServer, HarnessState } from './harnessState.ts'
import { harnessToken, tokenEnd } from './harnessToken.ts'

type Form = Record<string, unknown>

/** The user invites of Harness NextGen, as the sources of December 2023 have them. */
export function emulateHarness(options: HarnessServer = {}): Emulator<HarnessState> {
  const { now = () => new Date(), random = Math.random, seats = Infinity, raced = [] } = options
  const { accountIdentifier = 'kmpySmUISimoRrJL6NL73w', keys = ['pat.inviter'] } = options
  const { powerless = ['pat.viewer'], state = harnessState(accountIdentifier) } = options
  const root = (options.baseUrl ?? 'https://app.harness.io').replace(/\/$/, '')
  const clock = () => now().getTime()
  const secret = (length: number, from: string) =>
    Array.from({ length }, () => from[Math.floor(random() * from.length)]).join('')
  const correlationId = () => `00000000-0000-4000-8000-${String(++state.answers).padStart(12, '0')}`
  const { success, error, invalid, malformed, oops, denied, nowhere, unreadable } =
    harnessAnswers(correlationId)

  /** Records whose time is over are gone: a TTL index takes them out. */
  const stored = () => state.invites.filter(({ validUntil }) => validUntil > clock())
  const open = () => stored().filter(({ deleted }) => !deleted)
  const userOf = (email: string) => state.users.find((user) => user.email === email)
  /** The invite whose newest token this is. */
  const byToken = (token: string) => {
    const found = stored().find((invite) => invite.token === token)
    return { found, expired: (tokenEnd(token) ?? Infinity) <= clock() }
  }

  const renew = (invite: HarnessInvite) => {
    const iat = Math.floor(clock() / 1000)
    const payload = { id: invite.id, iat, exp: iat + 7 * 86_400, iss: 'Harness Inc' }
    invite.token = harnessToken(payload, secret(43, `${letters}${digits}-_`))
    invite.createdAt = clock()
    invite.validUntil = clock() + 30 * day
    const link = new URL(`${root}/gateway/ng/api/invites/verify`)
    link.searchParams.set('accountIdentifier', accountIdentifier)
    link.searchParams.set('email', encodeURIComponent(invite.email))
    link.searchParams.set('token', invite.token)
    state.outbox.push({ to: invite.email, url: link.href, sentAt: now().toISOString() })
  }

  /** The word of the invite service; none where another invite was stored a moment earlier. */
  const invite = (email: string, scope: HarnessScope, form: Form): string | undefined => {
    const pending = open().find((one) => one.email === email && sameScope(one, scope))
    if (pending?.approved) return 'ACCOUNT_INVITE_ACCEPTED'
    if (!pending && state.users.length + open().length >= seats) return 'LIMIT'
    const record: HarnessInvite = pending ?? {
      ...scope,
      id: secret(24, '0123456789abcdef'),
      email,
      roleBindings: bindingsOf(form.roleBindings, scope),
      userGroups: textsOf(form.userGroups),
      inviteType: 'ADMIN_INITIATED_INVITE',
      approved: false,
      deleted: false,
      token: '',
      createdAt: 0,
      validUntil: 0,
    }
    renew(record)
    if (pending) return 'USER_ALREADY_INVITED'
    state.invites.push(record)
    return raced.includes(email) ? undefined : 'USER_INVITED_SUCCESSFULLY'
  }

  const addUsers = (scope: HarnessScope, form: Form) => {
    const emails = new Set(textsOf(form.emails)?.map((email) => email.toLowerCase()))
    if (emails.size === 0) return malformed('emails', 'must not be empty')
    if (emails.size > 100) return malformed('emails', 'size must be between 0 and 100')
    // The edge counts every call, also those that come to nothing, and does not say how long to wait.
    state.calls = state.calls.filter((at) => at > clock() - 60_000)
    if (state.calls.push(clock()) > 10) return new Response('Too Many Requests', { status: 429 })
    if (
      bindingsOf(form.roleBindings, scope).some(
        (one) => one.resourceGroupIdentifier === '_all_resources',
      )
    )
      return invalid('_all_resources is deprecated, please use a resource group of the scope')
    const members = [...emails].filter((email) => userOf(email)?.scopes.length)
    const invited = [...emails].filter((email) => !members.includes(email))
    if (!invited.every(isEmail))
      return invalid(
        'Unable to add the user as the email address is invalid. Please enter a valid email address.',
      )

    const words: string[] = []
    for (const email of invited) {
      const word = invite(email, scope, form)
      // Whoever came before stays invited.
      if (word === 'LIMIT') return invalid('The user count limit has been reached in this account')
      if (word) words.push(word)
    }
    // The conversion does not know this one: the answer to all the others is lost with it.
    const unknown = words.find((word) => word === 'ACCOUNT_INVITE_ACCEPTED')
    if (unknown)
      return error(400, 'INVALID_ARGUMENT', `Invalid argument(s): Unknown type ${unknown}`)
    // By position, so that a word that is missing leaves its place to the next one.
    const map = Object.fromEntries(words.map((word, at) => [invited[at], word]))
    for (const email of members) {
      const scopes = userOf(email)?.scopes
      const member = scopes?.includes(scopeKey(scope))
      map[email] = member ? 'USER_ALREADY_ADDED' : 'USER_ADDED_SUCCESSFULLY'
      if (!member) scopes?.push(scopeKey(scope))
    }
    return success({ addUserResponseMap: map })
  }

  const page = (...[rows, query, order, show]: Parameters<typeof pageOf>) => {
    const data = pageOf(rows, query, order, show)
    return data ? success(data) : malformed('pageSize', 'must be less than or equal to 100')
  }

  const listInvites = (scope: HarnessScope, url: URL) => {
    const rows = open().filter((one) => !one.approved && sameScope(one, scope))
    return page(rows, url.searchParams, ['createdAt,DESC'], shownOf)
  }

  /** Also those that were clicked and not finished, in the order of the records. */
  const listPending = (scope: HarnessScope, url: URL, form: Form) => {
    const term = url.searchParams.get('searchTerm')?.trim()
    const roles = textsOf(form.roleIdentifiers) ?? []
    if (term && roles.length > 0)
      return invalid(
        "Search term and filter on role/resourcegroup identifiers can't be applied at the same time",
      )
    const pattern = patternOf(term ?? '')
    if (!pattern) return oops()
    const named = state.users.filter(({ name }) => term && new RegExp(pattern, 'i').test(name))
    const rows = open().filter(
      (one) =>
        sameScope(one, scope) &&
        (pattern.test(one.email) || named.some(({ email }) => email === one.email)) &&
        (roles.length === 0 ||
          one.roleBindings.some(({ roleIdentifier }) => roles.includes(roleIdentifier))),
    )
    return page(rows, url.searchParams, [], ({ id, email, roleBindings, inviteType }) => ({
      id,
      name: userOf(email)?.name ?? null,
      email,
      accountIdentifier: null,
      orgIdentifier: null,
      projectIdentifier: null,
      roleBindings,
      userGroups: null,
      inviteType,
      approved: false,
    }))
  }

  const getInvite = ({ searchParams }: URL) => {
    const [id, token] = [searchParams.get('inviteId'), searchParams.get('jwttoken')]
    if (!id === !token) return invalid('Specify either inviteId or jwtToken')
    const { found, expired } = byToken(token ?? '')
    const one = id ? stored().find((invited) => invited.id === id) : expired ? undefined : found
    return success(one && !one.deleted ? shownOf(one) : null)
  }

  const updateInvite = (id: string, form: Form) => {
    if (typeof form.email !== 'string') return malformed('email', 'must not be null')
    if (form.inviteType === undefined) return malformed('inviteType', 'must not be null')
    if (!/^"(ADMIN|SCIM|USER)_INITIATED_INVITE"$/.test(JSON.stringify(form.inviteType)))
      return unreadable()
    const one = open().find((invited) => invited.id === id)
    if (!one || one.approved || one.inviteType === 'SCIM_INITIATED_INVITE') return success(null)
    const { email, inviteType } = one
    const odd = form.email !== email || inviteType === 'USER_INITIATED_INVITE'
    if (odd || typeof form.approved !== 'boolean') return oops()
    // What the body does not have is wiped.
    one.roleBindings = bindingsOf(form.roleBindings, one)
    one.userGroups = textsOf(form.userGroups)
    renew(one)
    return success(shownOf(one))
  }

  const deleteInvite = (id: string) => {
    const one = open().find((invited) => invited.id === id)
    if (one) one.deleted = true
    return success(one ? shownOf(one) : null)
  }

  /** A GET with side effects, which scanners of mail set off. It looks at revoked and completed ones too. */
  const verify = ({ searchParams }: URL) => {
    const token = searchParams.get('token') ?? ''
    const { found, expired } = byToken(token)
    if (!found) return redirect(`${root}/auth/#/signin?errorCode=INVITE_INVALID`)
    if (expired) return redirect(`${root}/auth/#/signin?errorCode=INVITE_EXPIRED`)
    found.approved = true
    const home = `${root}/ng/#/account/${accountIdentifier}/home/get-started`
    if (userOf(found.email)?.password) {
      if (!found.deleted) complete(found)
      return redirect(home)
    }
    const email = searchParams.get('email') ?? ''
    const query = { accountIdentifier, email, token, returnUrl: home, generation: 'NG' }
    return redirect(`${root}/auth/#/accept-invite?${new URLSearchParams(query)}`)
  }

  const complete = (one: HarnessInvite) => {
    userOf(one.email)?.scopes.push(scopeKey(one))
    one.deleted = true
  }

  const signIn = (form: Form) => {
    const { found, expired } = byToken(textsOf([form.token])?.[0] ?? '')
    const right = found?.email === form.email && found?.accountIdentifier === form.accountId
    if (!found || expired || found.deleted || !right)
      return olderAnswers.refuse('INVALID_REQUEST', 'Invalid request: User invite token invalid')
    const [name = '', password = ''] = textsOf([form.name, form.password]) ?? []
    if (password.length < 8)
      return olderAnswers.refuse(
        'PASSWORD_STRENGTH_CHECK_FAILED',
        'Password should at least be 8 characters.',
      )
    state.users.push({ email: found.email, name, password, scopes: [] })
    complete(found)
    return olderAnswers.success({
      uuid: secret(22, letters),
      name,
      email: found.email,
      token: harnessToken({ session: secret(20, letters) }, secret(43, letters)),
      defaultAccountId: accountIdentifier,
      accounts: [],
      createdAt: clock(),
      firstLogin: true,
      twoFactorAuthenticationEnabled: false,
    })
  }

  return {
    state,
    async fetch(...args) {
      const { method, url, headers, text } = await received(...args)
      const form = parsed(text)
      const route = `${method} ${(url.origin + url.pathname).slice(root.length)}`
      // The older base is still served.
      const ours = route.replace(' /gateway/ng/', ' /ng/')
      if (ours === 'GET /ng/api/invites/verify') return verify(url)
      if (route === 'PUT /gateway/api/users/invites/ngsignin') return signIn(form ?? {})

      const id = ours.split('/')[4] ?? ''
      const scope: HarnessScope = {
        accountIdentifier: url.searchParams.get('accountIdentifier') ?? '',
        orgIdentifier: url.searchParams.get('orgIdentifier'),
        projectIdentifier: url.searchParams.get('projectIdentifier'),
      }
      const [, session] = headers.get('authorization')?.split('Bearer ') ?? []
      const key = headers.get('x-api-key') ?? session ?? ''
      if (!scope.accountIdentifier) return malformed('accountIdentifier', 'must not be null')
      if (![...keys, ...powerless].includes(key))
        return error(401, 'INVALID_TOKEN', 'Token is not valid.')
      const handlers: Record<string, [permission: string, handle: (form: Form) => Response]> = {
        'POST /ng/api/user/users': ['core_user_manage', (given) => addUsers(scope, given)],
        'GET /ng/api/invites': ['core_user_view', () => listInvites(scope, url)],
        'POST /ng/api/invites/aggregate': [
          'core_user_view',
          (given) => listPending(scope, url, given),
        ],
        'GET /ng/api/invites/invite': ['core_user_view', () => getInvite(url)],
        [`PUT /ng/api/invites/${id}`]: ['core_user_invite', (given) => updateInvite(id, given)],
        [`DELETE /ng/api/invites/${id}`]: ['core_user_invite', () => deleteInvite(id)],
      }
      const [permission, handle] = handlers[ours] ?? []
      if (!permission || !handle) return nowhere()
      if (!form) return unreadable()
      const known = keys.includes(key) && scope.accountIdentifier === accountIdentifier
      return known ? handle(form) : denied(scope, permission)
    },
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'

const redirect = (location: string) => new Response(null, { status: 303, headers: { location } })

/** Case counts, as in the database. */
function patternOf(term: string): RegExp | undefined {
  try {
    return new RegExp(term)
  } catch {
    return undefined
  }
}

function parsed(text: string): Form | undefined {
  try {
    return text ? (Object(JSON.parse(text)) as Form) : {}
  } catch {
    return undefined
  }
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
