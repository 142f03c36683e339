import { json, received, type Emulator } from './emulator.ts'
import { day, harnessState } from './harnessState.ts'
import type { HarnessInvite, HarnessScope, HarnessServer, HarnessState } from './harnessState.ts'

type Form = Record<string, unknown>

/** The user invites of Harness NextGen, as the sources of December 2023 have them. */
export function emulateHarness(options: HarnessServer = {}): Emulator<HarnessState> {
  const { now = () => new Date(), random = Math.random, seats = Infinity } = options
  const { accountIdentifier = 'kmpySmUISimoRrJL6NL73w', keys = ['pat.inviter'] } = options
  const { powerless = ['pat.viewer'], state = harnessState(accountIdentifier) } = options
  const root = (options.baseUrl ?? 'https://app.harness.io').replace(/\/$/, '')
  const clock = () => now().getTime()

  const secret = (length: number, from: string) =>
    Array.from({ length }, () => from[Math.floor(random() * from.length)]).join('')
  const correlationId = () => `00000000-0000-4000-8000-${String(++state.answers).padStart(12, '0')}`
  const success = (data: unknown) =>
    json({ status: 'SUCCESS', data, metaData: null, correlationId: correlationId() })
  const error = (status: number, code: string, message: string) =>
    json(
      {
        status: 'ERROR',
        code,
        message,
        correlationId: correlationId(),
        detailedMessage: null,
        responseMessages: [{ code, level: 'ERROR', message, exception: null, failureTypes: [] }],
        metadata: null,
      },
      status,
    )
  const invalid = (message: string) => error(400, 'INVALID_REQUEST', `Invalid request: ${message}`)
  const failure = (status: number, code: string, message: string, fieldId?: string) => {
    const errors = fieldId === undefined ? null : [{ fieldId, error: message }]
    const words = fieldId === undefined ? message : `${fieldId}: ${message}`
    return json(
      { status: 'FAILURE', code, message: words, correlationId: correlationId(), errors },
      status,
    )
  }
  const oops = () =>
    error(
      500,
      'UNKNOWN_ERROR',
      'Oops, something went wrong on our end. Please contact Harness Support.',
    )

  /** Records whose time is over are gone: a TTL index takes them out. */
  const stored = () => state.invites.filter(({ validUntil }) => validUntil > clock())
  const open = () => stored().filter(({ deleted }) => !deleted)
  const userOf = (email: string) => state.users.find((user) => user.email === email)
  const claims = (token: string) => {
    try {
      return JSON.parse(unpacked(token.split('.')[1] ?? '')) as { id: string; exp: number }
    } catch {
      return undefined
    }
  }
  /** The invite whose newest token this is. */
  const byToken = (token: string) => {
    const found = stored().find((invite) => invite.token === token)
    return { found, expired: (claims(token)?.exp ?? Infinity) * 1000 <= clock() }
  }

  const renew = (invite: HarnessInvite) => {
    const iat = Math.floor(clock() / 1000)
    const payload = { id: invite.id, iat, exp: iat + 7 * 86_400, iss: 'Harness Inc' }
    const signature = secret(43, `${letters}${digits}-_`)
    invite.token = `${packed({ typ: 'JWT', alg: 'HS256' })}.${packed(payload)}.${signature}`
    invite.createdAt = clock()
    invite.validUntil = clock() + 30 * day
    const link = new URL(`${root}/gateway/ng/api/invites/verify`)
    link.searchParams.set('accountIdentifier', accountIdentifier)
    link.searchParams.set('email', encodeURIComponent(invite.email))
    link.searchParams.set('token', invite.token)
    state.outbox.push({ to: invite.email, url: link.href, sentAt: now().toISOString() })
  }

  const addUsers = (scope: HarnessScope, form: Form) => {
    const emails = Array.isArray(form.emails) ? form.emails.map(String) : []
    if (emails.length === 0) return failure(400, 'INVALID_REQUEST', 'must not be empty', 'emails')
    if (emails.length > 100)
      return failure(400, 'INVALID_REQUEST', 'size must be between 1 and 100', 'emails')
    // The edge counts every call, also those that come to nothing, and does not say how long to wait.
    state.calls = state.calls.filter((at) => at > clock() - 60_000)
    if (state.calls.push(clock()) > 10) return new Response('Too Many Requests', { status: 429 })
    const bad = emails.find((email) => !isEmail(email))
    if (bad !== undefined) return invalid(`Invalid email: ${bad}`)

    const key = JSON.stringify(scope)
    const map: Record<string, string> = {}
    for (const email of emails.map((typed) => typed.toLowerCase())) {
      const user = userOf(email)
      const pending = open().find((invite) => invite.email === email && sameScope(invite, scope))
      // An unfinished one breaks the conversion of the whole answer.
      if (pending?.approved)
        return error(400, 'INVALID_ARGUMENT', 'Invalid argument: ACCOUNT_INVITE_ACCEPTED')
      if (user?.scopes.includes(key)) map[email] = 'USER_ALREADY_ADDED'
      else if (user) {
        user.scopes.push(key)
        map[email] = 'USER_ADDED_SUCCESSFULLY'
      } else if (pending) {
        renew(pending)
        map[email] = 'USER_ALREADY_INVITED'
      } else {
        if (state.users.length + open().length >= seats)
          return invalid(
            'You have reached the maximum number of users allowed to add. Please upgrade the limit.',
          )
        const invite: HarnessInvite = {
          ...scope,
          id: secret(24, '0123456789abcdef'),
          email,
          roleBindings: bindingsOf(form, scope),
          userGroups: Array.isArray(form.userGroups) ? form.userGroups.map(String) : [],
          inviteType: 'ADMIN_INITIATED_INVITE',
          approved: false,
          deleted: false,
          token: '',
          createdAt: 0,
          validUntil: 0,
        }
        renew(invite)
        state.invites.push(invite)
        map[email] = 'USER_INVITED_SUCCESSFULLY'
      }
    }
    return success({ addUserResponseMap: map })
  }

  const pageOf = (rows: HarnessInvite[], url: URL, show: (invite: HarnessInvite) => unknown) => {
    const pageIndex = Number(url.searchParams.get('pageIndex') ?? 0)
    const pageSize = Number(url.searchParams.get('pageSize') ?? 50)
    if (pageSize > 100)
      return failure(400, 'INVALID_REQUEST', 'must be less than or equal to 100', 'pageSize')
    for (const order of url.searchParams.getAll('sortOrders').toReversed()) {
      const [field = '', direction] = order.split(',')
      const sign = direction === 'ASC' ? 1 : -1
      if (field in { createdAt: 0, email: 0, validUntil: 0, name: 0, inviteType: 0 })
        rows = rows.toSorted((a, b) => sign * compare(a[field as 'email'], b[field as 'email']))
    }
    const content = rows.slice(pageIndex * pageSize, (pageIndex + 1) * pageSize)
    return success({
      totalPages: Math.ceil(rows.length / pageSize),
      totalItems: rows.length,
      pageItemCount: content.length,
      pageSize,
      content: content.map(show),
      pageIndex,
      empty: content.length === 0,
      pageToken: null,
    })
  }

  const aggregate = (scope: HarnessScope, url: URL, form: Form) => {
    const term = url.searchParams.get('searchTerm')
    const roles = Array.isArray(form.roleIdentifiers) ? form.roleIdentifiers : []
    if (term && roles.length > 0) return invalid('Search term and filters cannot be used together')
    const pattern = new RegExp(term ?? '', 'i')
    const rows = open().filter(
      (invite) =>
        sameScope(invite, scope) &&
        pattern.test(invite.email) &&
        (roles.length === 0 ||
          invite.roleBindings.some(({ roleIdentifier }) => roles.includes(roleIdentifier))),
    )
    // Only these are filled; `approved` is always false.
    const lost = { accountIdentifier: null, orgIdentifier: null, projectIdentifier: null }
    return pageOf(rows, url, ({ id, email, roleBindings, inviteType }) => ({
      id,
      name: null,
      email,
      ...lost,
      roleBindings,
      userGroups: null,
      inviteType,
      approved: false,
    }))
  }

  const getInvite = ({ searchParams }: URL) => {
    const [id, token] = [searchParams.get('inviteId'), searchParams.get('jwttoken')]
    if ((id === null) === (token === null)) return invalid('Specify either inviteId or jwtToken')
    const { found, expired } =
      token === null ? { found: undefined, expired: false } : byToken(token)
    const invite = id === null ? found : stored().find((one) => one.id === id)
    return success(!invite || invite.deleted || expired ? null : dtoOf(invite))
  }

  const updateInvite = (id: string, form: Form) => {
    const invite = open().find((one) => one.id === id)
    if (typeof form.email !== 'string')
      return failure(400, 'INVALID_REQUEST', 'must not be null', 'email')
    if (!invite || invite.approved || invite.inviteType === 'SCIM_INITIATED_INVITE')
      return success(null)
    if (form.email !== invite.email || typeof form.approved !== 'boolean') return oops()
    // What the body does not have is wiped.
    invite.roleBindings = bindingsOf(form, invite)
    invite.userGroups = Array.isArray(form.userGroups) ? form.userGroups.map(String) : []
    renew(invite)
    return success(dtoOf(invite))
  }

  const deleteInvite = (id: string) => {
    const invite = open().find((one) => one.id === id)
    if (invite) invite.deleted = true
    return success(invite ? dtoOf(invite) : null)
  }

  /** A GET with side effects, which scanners of mail set off. */
  const verify = ({ searchParams }: URL) => {
    const token = searchParams.get('token') ?? ''
    const { found, expired } = byToken(token)
    const signIn = (code: string) => redirect(`${root}/auth/#/signin?errorCode=${code}`)
    if (!found) return signIn('INVITE_INVALID')
    if (expired) return signIn('INVITE_EXPIRED')
    if (!found.deleted) found.approved = true
    if (userOf(found.email)?.password) {
      if (!found.deleted) complete(found)
      return redirect(`${root}/ng/#/account/${accountIdentifier}/home/get-started`)
    }
    const query = new URLSearchParams({
      accountIdentifier,
      email: found.email,
      token,
      generation: 'NG',
    })
    return redirect(`${root}/auth/#/accept-invite?${query}`)
  }

  const complete = (invite: HarnessInvite) => {
    const { orgIdentifier, projectIdentifier } = invite
    userOf(invite.email)?.scopes.push(
      JSON.stringify({ accountIdentifier, orgIdentifier, projectIdentifier }),
    )
    invite.deleted = true
  }

  /** The older service, with its older envelope. */
  const signIn = (url: URL, form: Form) => {
    const refuse = (code: string, message: string) =>
      json(
        { metaData: {}, resource: null, responseMessages: [{ code, level: 'ERROR', message }] },
        400,
        { 'x-harness-error': code },
      )
    const { found, expired } = byToken(textOf(form.token))
    const right =
      found?.email === form.email && url.searchParams.get('accountId') === accountIdentifier
    if (!found || expired || found.deleted || !found.approved || !right)
      return refuse('INVALID_REQUEST', 'Invalid request: User invite token invalid')
    const password = textOf(form.password)
    if (!/^(?=.*[a-z])(?=.*[A-Z]).{8,}$/.test(password))
      return refuse(
        'PASSWORD_STRENGTH_CHECK_FAILED',
        'Password should have at least 8 characters and both cases',
      )
    const name = textOf(form.name)
    state.users.push({ email: found.email, name, password, scopes: [] })
    complete(found)
    const token = `${packed({ alg: 'HS256' })}.session.${secret(20, letters)}`
    const user = { uuid: secret(22, letters), name, email: found.email, token, firstLogin: true }
    return json({
      metaData: {},
      resource: { ...user, defaultAccountId: accountIdentifier, accounts: [], createdAt: clock() },
      responseMessages: [],
    })
  }

  return {
    state,
    async fetch(...args) {
      const { method, url, headers, text } = await received(...args)
      const form = text ? parsed(text) : {}
      const route = `${method} ${url.href
        .split('?')[0]
        ?.slice(root.length)
        .replace(/^\/gateway\/ng/, '/ng')}`
      if (route === 'GET /ng/api/invites/verify') return verify(url)
      if (route === 'PUT /gateway/api/users/invites/ngsignin') return signIn(url, form ?? {})

      const id = route.split('/')[4] ?? ''
      const scope: HarnessScope = {
        accountIdentifier: url.searchParams.get('accountIdentifier') ?? '',
        orgIdentifier: url.searchParams.get('orgIdentifier'),
        projectIdentifier: url.searchParams.get('projectIdentifier'),
      }
      const key =
        headers.get('x-api-key') ?? headers.get('authorization')?.replace('Bearer ', '') ?? ''
      if (!scope.accountIdentifier)
        return failure(400, 'INVALID_REQUEST', 'must not be null', 'accountIdentifier')
      if (![...keys, ...powerless].includes(key))
        return error(401, 'INVALID_TOKEN', 'Token is not valid.')
      if (form === undefined)
        return json({ code: 400, message: 'Unable to process JSON', details: null }, 400)
      const handlers: Record<string, [permission: string, handle: () => Response]> = {
        'POST /ng/api/user/users': ['core_user_manage', () => addUsers(scope, form)],
        'GET /ng/api/invites': [
          'core_user_view',
          () =>
            pageOf(
              open()
                .filter((one) => !one.approved && sameScope(one, scope))
                .toReversed(),
              url,
              dtoOf,
            ),
        ],
        'POST /ng/api/invites/aggregate': ['core_user_view', () => aggregate(scope, url, form)],
        'GET /ng/api/invites/invite': ['core_user_view', () => getInvite(url)],
        [`PUT /ng/api/invites/${id}`]: ['core_user_invite', () => updateInvite(id, form)],
        [`DELETE /ng/api/invites/${id}`]: ['core_user_invite', () => deleteInvite(id)],
      }
      const [permission, handle] = handlers[route] ?? []
      if (!handle) return failure(400, 'RESOURCE_NOT_FOUND_EXCEPTION', 'HTTP 404 Not Found')
      if (keys.includes(key)) return handle()
      return denied(permission ?? '', scope)
    },
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'

function dtoOf(invite: HarnessInvite) {
  const { deleted: _deleted, token: _token, createdAt: _at, validUntil: _until, ...shown } = invite
  return { ...shown, name: null }
}

/** A blank resource group is filled in by scope. */
function bindingsOf(form: Form, { orgIdentifier, projectIdentifier }: HarnessScope) {
  const level = projectIdentifier ? 'project' : orgIdentifier ? 'organization' : 'account'
  const bindings = Array.isArray(form.roleBindings)
    ? (form.roleBindings as HarnessInvite['roleBindings'])
    : []
  return bindings.map((binding) => ({
    ...binding,
    resourceGroupIdentifier: binding.resourceGroupIdentifier ?? `_all_${level}_level_resources`,
    resourceGroupName: binding.resourceGroupName ?? `All ${level} Level Resources`,
  }))
}

/** Exact: an empty parameter is a scope of its own, which nothing is in. */
function sameScope(a: HarnessScope, b: HarnessScope): boolean {
  return a.orgIdentifier === b.orgIdentifier && a.projectIdentifier === b.projectIdentifier
}

const denied = (permission: string, resourceScope: HarnessScope) =>
  json(
    {
      status: 'ERROR',
      code: 'NG_ACCESS_DENIED',
      message: `Principal of type USER with identifier lv0euRhKRCyiXWzS7pOg6g : Missing permission ${permission} on user`,
      correlationId: null,
      detailedMessage: null,
      responseMessages: null,
      metadata: null,
      failedPermissionChecks: [
        {
          resourceScope,
          resourceType: 'USER',
          resourceAttributes: null,
          resourceIdentifier: null,
          permission,
        },
      ],
    },
    403,
  )

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}

function parsed(text: string): Form | undefined {
  try {
    return Object(JSON.parse(text)) as Form
  } catch {
    return undefined
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const packed = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const unpacked = (text: string) => atob(text.replaceAll('-', '+').replaceAll('_', '/'))
