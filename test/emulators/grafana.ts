import { json, received, type Emulator } from './emulator.ts'
import { grafanaRoles, grafanaState, inviterActions } from './grafanaState.ts'
import type {
  GrafanaInvite,
  GrafanaRole,
  GrafanaServer,
  GrafanaState,
  GrafanaUser,
} from './grafanaState.ts'

type Form = Record<string, unknown>

interface Caller {
  user?: GrafanaUser | undefined
  orgId: number
  role: GrafanaRole
  actions: string[]
}

/** The organization invites of Grafana, as the sources of these releases have them. */
export function emulateGrafana(options: GrafanaServer = {}): Emulator<GrafanaState> {
  const { now = () => new Date(), random = Math.random, state = grafanaState() } = options
  const { release = '11', revokeBy = 'PATCH', smtp = true, inviteLifetime = 86_400_000 } = options
  const root = (options.baseUrl ?? 'https://grafana.acme.test').replace(/\/$/, '')
  const modern = release === '11'

  const orgOf = (id: number) => state.orgs.find((org) => org.id === id)
  const userOf = (id: number | undefined) => state.users.find((user) => user.id === id)
  const inviteOf = (code: string) => state.invites.find((invite) => invite.code === code)
  const secret = (length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
  const mail = (to: string, url: string) => {
    if (smtp === true) state.outbox.push({ to, url, sentAt: now().toISOString() })
    return smtp === true
  }

  /** The job of every ten minutes. Nothing else looks at the age of an invite. */
  const expireInvites = () => {
    const period = 600_000
    state.sweptAt ??= now().getTime()
    state.sweptAt += Math.max(0, Math.floor((now().getTime() - state.sweptAt) / period)) * period
    for (const invite of state.invites)
      if (invite.status === 'InvitePending' && invite.created < state.sweptAt - inviteLifetime)
        invite.status = 'Expired'
  }

  const unauthorized = (message: string, messageId: string) =>
    json(
      modern ? { extra: null, message, messageId, statusCode: 401, traceID: '' } : { message },
      401,
    )

  const callerOf = (headers: Headers): Caller | Response => {
    const [, token] = headers.get('authorization')?.split(' ') ?? []
    if (token)
      return (
        state.tokens.find((account) => account.token === token) ??
        unauthorized('Invalid API key', 'api-key.invalid')
      )
    const session = state.sessions.find(({ cookie }) => cookie === cookieOf(headers))
    if (session?.revoked)
      return json(
        { message: 'Token revoked', error: { id: 'ERR_TOKEN_REVOKED', maxConcurrentSessions: 0 } },
        401,
      )
    const user = userOf(session?.userId)
    if (!user) return unauthorized('Unauthorized', 'auth.unauthorized')
    const orgId = Number(headers.get('x-grafana-org-id') ?? 1)
    const role = orgOf(orgId)?.members.find(({ userId }) => userId === user.id)?.role ?? 'None'
    return { user, orgId, role, actions: role === 'Admin' ? inviterActions : [] }
  }

  const addInvite = (caller: Caller, form: Form) => {
    if (options.userQuota !== undefined && state.users.length >= options.userQuota)
      return refuse(403, 'user Quota reached')
    const target = text(form.loginOrEmail)
    const role = roleOf(text(form.role))
    if (!target || !role) return fail(400, 'bad request data')
    if (role === 'None' && !modern) return refuse(400, 'Invalid role specified')
    const higher = grafanaRoles.indexOf(role) > grafanaRoles.indexOf(caller.role)
    if (higher && caller.user !== state.users[0])
      return refuse(403, "Cannot assign a role higher than user's role")
    const existing = state.users.find(({ login, email }) => login === target || email === target)
    if (existing) return addMember(caller.orgId, existing, role, form)
    if (options.loginDisabled)
      return refuse(400, `Cannot invite ${modern ? 'external user ' : ''}when login is disabled.`)

    const invite: GrafanaInvite = {
      id: state.invites.length + 1,
      orgId: caller.orgId,
      name: text(form.name),
      email: target,
      role,
      userId: caller.user?.id,
      code: secret(30),
      status: 'InvitePending',
      emailSent: false,
      created: Math.floor(now().getTime() / 1000) * 1000,
    }
    state.invites.push(invite)
    if (form.sendEmail !== true || !isEmail(target))
      return json({ message: `Created invite for ${target}` })
    if (!smtp)
      return fail(412, "SMTP not configured, check your grafana.ini config file's [smtp] section")
    if (!mail(target, linkOf(invite))) return fail(500, 'Failed to send email invite')
    invite.emailSent = true
    return json({ message: `Sent invite to ${target}` })
  }

  const addMember = (orgId: number, user: GrafanaUser, role: GrafanaRole, form: Form) => {
    const org = orgOf(orgId)
    if (org?.members.some(({ userId }) => userId === user.id))
      return fail(412, `User ${text(form.loginOrEmail)} is already added to organization`)
    org?.members.push({ userId: user.id, role })
    if (form.sendEmail === true && isEmail(user.email) && !mail(user.email, `${root}/`))
      return fail(500, 'Failed to send email invited_to_org')
    const message = `Existing Grafana user ${user.name || user.login} added to org ${org?.name}`
    return json({ message, userId: user.id })
  }

  const linkOf = ({ code }: Pick<GrafanaInvite, 'code'>) => `${root}/invite/${code}`
  const listInvites = (orgId: number) =>
    json(
      state.invites
        .filter((invite) => invite.orgId === orgId && invite.status === 'InvitePending')
        .toSorted((a, b) => b.created - a.created)
        .map(({ userId, created, ...invite }) => ({
          ...invite,
          invitedByLogin: userOf(userId)?.login ?? '',
          invitedByEmail: userOf(userId)?.email ?? '',
          invitedByName: userOf(userId)?.name ?? '',
          url: linkOf(invite),
          emailSentOn: localTime(created),
          createdOn: localTime(created),
        })),
    )

  const revokeInvite = (caller: Caller, code: string) => {
    const invite = inviteOf(code)
    if (modern && !invite) return refuse(404, 'Invite not found')
    if (modern && invite?.orgId !== caller.orgId && caller.user !== state.users[0])
      return refuse(403, 'Permission denied: not permitted to revoke invite')
    if (invite) invite.status = 'Revoked'
    return json({ message: 'Invite revoked' })
  }

  const showInvite = (code: string) => {
    const invite = inviteOf(code)
    if (invite?.status !== 'InvitePending') return refuse(404, 'Invite not found')
    const { name, email, orgId } = invite
    const inviter = userOf(invite.userId)
    const invitedBy = inviter?.name || inviter?.login || inviter?.email || ''
    const orgName = modern ? orgOf(orgId)?.name : undefined
    return json({ email, name, username: email, invitedBy, orgName })
  }

  const completeInvite = (form: Form) => {
    const email = text(form.email)
    if (!isEmail(email)) return fail(400, 'Invalid email address provided')
    const invite = inviteOf(text(form.inviteCode))
    if (!invite) return refuse(404, 'Invite not found')
    if (invite.status !== 'InvitePending')
      return refuse(412, `Invite cannot be used in status ${invite.status}`)
    // Since 9.2.4, for CVE-2022-39306.
    if (release !== '9.1' && isEmail(invite.email) && invite.email !== email)
      return refuse(
        400,
        'The provided email is different from the address that is found in the invite',
      )
    const login = text(form.username).trim()
    if (state.users.some((user) => user.email === email || user.login === login))
      return fail(412, `User with email '${email}' or username '${login}' already exists`)
    const id = state.users.length + 1
    state.users.push({ id, login, email, name: text(form.name), password: text(form.password) })
    orgOf(invite.orgId)?.members.push({ userId: id, role: invite.role })
    invite.status = 'Completed'
    const cookie = secret(32)
    state.sessions.push({ cookie, userId: id })
    return json({ message: 'User created and logged in', id }, 200, {
      'set-cookie': `grafana_session=${cookie}; Path=/; HttpOnly; SameSite=Lax`,
    })
  }

  return {
    state,
    async fetch(...args) {
      const request = await received(...args)
      const { headers, url } = request
      expireInvites()
      if (!url.href.startsWith(`${root}/api/`))
        return new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
      const origin = headers.get('origin')
      if (cookieOf(headers) && origin && hostOf(origin) !== url.hostname)
        return new Response('origin not allowed\n', { status: 403 })

      const route = `${request.method} ${url.href.slice(root.length + '/api/'.length)}`
      const code = route.split('/')[2] ?? ''
      const form = headers.get('content-type') === 'application/json' ? parsed(request.text) : {}
      if (route === 'POST user/invite/complete') return completeInvite(form)
      if (route === `GET user/invite/${code}`) return showInvite(code)

      const caller = callerOf(headers)
      if (caller instanceof Response) return caller
      const handler = {
        'GET org/invites': () => listInvites(caller.orgId),
        'POST org/invites': () => addInvite(caller, form),
        [`${revokeBy} org/invites/${code}/revoke`]: () => revokeInvite(caller, code),
      }[route]
      if (!handler) return refuse(404, 'Not found')
      const action = release === '9.1' ? 'users:create' : 'org.users:add'
      return caller.actions.includes(action) ? handler() : denied(action)
    },
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A refusal without an inner error. */
const refuse = (status: number, message: string) => json({ message }, status)

/** A refusal with an inner error, which only a server under development shows. */
const fail = (status: number, message: string) => json({ message, traceID: '' }, status)

const denied = (action: string) => {
  const message = `You'll need additional permissions to perform this action. Permissions needed: ${action}`
  return json({ accessErrorId: 'ACE1234567890', message, title: 'Access denied' }, 403)
}

const isEmail = (value: string) => /^[^\s@]+@[^\s@]+$/.test(value)
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const cookieOf = (headers: Headers) =>
  /grafana_session=(\w+)/.exec(headers.get('cookie') ?? '')?.[1]

const hostOf = (origin: string) => /^\w+:\/\/([^/:]+)/.exec(origin)?.[1]

/** The case of the first letter is forgiven. */
const roleOf = (value: string) =>
  grafanaRoles.find((role) => role === value.charAt(0).toUpperCase() + value.slice(1))

function parsed(body: string): Form {
  try {
    return Object(JSON.parse(body)) as Form
  } catch {
    return {}
  }
}

/** RFC 3339 with an offset: the server is not in UTC. */
const localTime = (time: number) => `${new Date(time + 3_600_000).toISOString().slice(0, 19)}+01:00`
