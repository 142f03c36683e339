import { received, type Emulator } from './emulator.ts'
import { authressState } from './authressState.ts'
import type {
  AuthressInvite,
  AuthressServer,
  AuthressState,
  AuthressStatement,
  AuthressUser,
} from './authressState.ts'

type Form = Record<string, unknown>

const day = 86_400_000

/** The invites of Authress, as its SDKs and its API document have them. Nothing is mailed. */
export function emulateAuthress(options: AuthressServer = {}): Emulator<AuthressState> {
  const { now = () => new Date(), random = Math.random, state = authressState() } = options
  const { shape = '2026', tellsExpiry = true, tellsAccount = true, creatorMayRead = true } = options
  const root = (options.baseUrl ?? 'https://login.acme.test').replace(/\/$/, '')
  const clock = () => now().getTime()
  const newId = (prefix: string) =>
    prefix + Array.from({ length: 12 }, () => letters[Math.floor(random() * 62)]).join('')

  const refuse = (status: number, errorCode: string, title: string) => {
    const { errors = 'json' } = options
    const body = { title, errorCode, errorId: newId('req-') }
    if (errors === 'json') return links(body, status)
    return new Response(errors === 'text' ? title : null, { status })
  }
  const unknown = () => refuse(404, 'NotFound', 'The invite does not exist')

  const shownOf = (invite: AuthressInvite) => ({
    inviteId: invite.inviteId,
    statements: invite.statements,
    ...(shape === '2024'
      ? { tenantId: invite.tenant ?? null }
      : { defaultLoginTenantId: invite.tenant }),
    conflictResolutionStrategy: invite.conflictResolutionStrategy,
    ...(shape === '2026' &&
      tellsExpiry &&
      invite.timed && { expiryTime: new Date(invite.expires).toISOString() }),
    links: { self: { href: `${root}/v1/invites/${invite.inviteId}` } },
  })

  const createInvite = (caller: AuthressUser, form: Form | undefined) => {
    const statements = statementsOf(form?.statements)
    const { expiryTime, conflictResolutionStrategy: strategy } = form ?? {}
    if (!statements || (strategy !== undefined && !strategies.includes(textOf(strategy))))
      return refuse(400, 'InvalidRequest', 'The body is not an invite')
    if (!caller.admin && caller.statements.length === 0)
      return refuse(403, 'InsufficientPermissions', 'The user may not create invites')
    const beyond = statements.find((one) => !caller.admin && !holds(caller, one))
    if (beyond)
      return refuse(
        403,
        'InsufficientPermissions',
        `The user may not grant the role ${beyond.roles.join()}`,
      )
    let expires = clock() + 7 * day
    if (expiryTime !== undefined) {
      if (!caller.admin)
        return refuse(403, 'InsufficientPermissions', 'An expiry needs Invites:Create')
      expires = Date.parse(textOf(expiryTime))
      const span = expires - clock()
      if (!(span >= 300_000 && span <= 30 * day))
        return refuse(400, 'InvalidRequest', 'expiryTime must be within five minutes and 30 days')
    }
    const tenant = form?.[shape === '2024' ? 'tenantId' : 'defaultLoginTenantId']
    const invite: AuthressInvite = {
      inviteId: newId('inv_'),
      statements,
      tenant: typeof tenant === 'string' ? tenant : undefined,
      conflictResolutionStrategy: strategy === undefined ? undefined : textOf(strategy),
      createdBy: caller.userId,
      expires,
      timed: expiryTime !== undefined,
      gone: false,
    }
    state.invites.push(invite)
    return links(shownOf(invite), 201)
  }

  /** An invite that stands: claimed, deleted and expired ones cannot be told from those that never were. */
  const open = (id: string) =>
    state.invites.find(
      ({ inviteId, gone, expires }) => inviteId === id && !gone && expires > clock(),
    )

  /** The invite, for those who may see it; 403 for others in the account, 404 for who is not in it at all. */
  const seen = (caller: AuthressUser, id: string): AuthressInvite | Response => {
    const invite = open(id)
    if (!invite) return unknown()
    if (caller.admin || (creatorMayRead && invite.createdBy === caller.userId)) return invite
    return caller.statements.length > 0
      ? refuse(403, 'InsufficientPermissions', 'The user has no permission to this invite')
      : unknown()
  }

  const claimInvite = (caller: AuthressUser, id: string) => {
    const invite = open(id)
    if (!invite) return unknown()
    invite.gone = true
    caller.statements.push(...invite.statements)
    const createdTime = '2025-02-03T10:15:00.000Z'
    const self = { href: `${root}/v1/accounts/acc-001` }
    const account = { accountId: 'acc-001', createdTime, name: null, company: {}, links: { self } }
    return tellsAccount ? links(account) : new Response(null)
  }

  return {
    state,
    async fetch(...args) {
      const { method, url, headers, text } = await received(...args)
      const [, token] = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '') ?? []
      const caller = state.users.find((user) => user.token === token)
      if (!caller) return refuse(401, 'Unauthorized', 'The token is not valid')
      const route = `${method} ${(url.origin + url.pathname).slice(root.length)}`
      if (route === 'POST /v1/invites') return createInvite(caller, parsed(text))
      const id = route.split('/')[3] ?? ''
      if (route === `PATCH /v1/invites/${id}`) return claimInvite(caller, id)
      if (route !== `GET /v1/invites/${id}` && route !== `DELETE /v1/invites/${id}`)
        return refuse(404, 'NotFound', 'There is no such resource')
      const invite = seen(caller, id)
      if (invite instanceof Response) return invite
      if (method === 'GET') return links(shownOf(invite))
      invite.gone = true
      return new Response(null, { status: 204 })
    },
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const strategies = [
  'GENERATE_NEW_RECORD',
  'UNSAFE_FORCE_MERGE',
  'SKIP_CHANGES',
  'REPLACE_RECORD_DATA',
]

const links = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/links+json' },
  })

/** Whether what a user has covers what he would give, resource by resource. */
function holds({ statements }: AuthressUser, { roles, resources }: AuthressStatement): boolean {
  const covers = (has: string, wants: string) =>
    has.endsWith('*')
      ? wants.startsWith(has.slice(0, -1))
      : wants === has || wants.startsWith(`${has}/`)
  return resources.every(({ resourceUri: wants }) =>
    roles.every((role) =>
      statements.some(
        (one) =>
          one.roles.includes(role) &&
          one.resources.some(({ resourceUri: has }) => covers(has, wants)),
      ),
    ),
  )
}

/** Within the limits of the document; undefined for anything else. */
function statementsOf(given: unknown): AuthressStatement[] | undefined {
  if (!Array.isArray(given) || given.length > 100) return undefined
  const list = (value: unknown): unknown[] =>
    Array.isArray(value) && value.length > 0 && value.length <= 100 ? value : [undefined]
  const right = (given as Form[]).every(
    ({ roles, resources, users = [], groups = [] }) =>
      list(roles).every((role) => /^[\w.:@-]{1,64}$/.test(textOf(role))) &&
      list(resources).every((one) => /^.{1,512}$/.test(textOf((one as Form)?.resourceUri))) &&
      JSON.stringify([users, groups]) === '[[],[]]',
  )
  return right ? (given as AuthressStatement[]) : undefined
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function parsed(text: string): Form | undefined {
  try {
    return Object(JSON.parse(text)) as Form
  } catch {
    return undefined
  }
}
