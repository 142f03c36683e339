import { json, received, type Emulator } from './emulator.ts'
import { astronomerAnswers, type FieldError } from './astronomerAnswers.ts'
import { astronomerRoles, astronomerState } from './astronomerState.ts'
import type {
  AstronomerInvite,
  AstronomerServer,
  AstronomerState,
  AstronomerToken,
  AstronomerUser,
} from './astronomerState.ts'

type Form = Record<string, unknown>

const week = 7 * 86_400_000

/** The invites of Astronomer in v1 and v1alpha1. What is not known of it is marked so, or an option. */
export function emulateAstronomer(options: AstronomerServer = {}): Emulator<AstronomerState> {
  const { now = () => new Date(), random = Math.random, state = astronomerState() } = options
  const { shape = '2026', linkBy = 'id', strangers = 403 } = options
  const { openLookup = true, maxLimit = 1000 } = options
  const root = (options.baseUrl ?? 'https://api.astronomer.io').replace(/\/$/, '')

  const newId = () => {
    state.issued += 1
    const salt = Math.floor(random() * 36 ** 8).toString(36)
    return `clx${state.issued.toString(36).padStart(14, '0')}${salt.padStart(8, '0')}`
  }
  const { error, shownOf } = astronomerAnswers(state, shape, newId)
  const denied = () => error(403, 'Insufficient permissions.')
  const nowhere = () => error(404, 'Invite not found.')

  const userOf = (id: string) => state.users.find((user) => user.id === id)
  const byName = (username: string) =>
    state.users.find((user) => user.username.toLowerCase() === username.toLowerCase())
  /** How long an invite lasts, and what becomes of it then, is not known: here it stays in lists, and nowhere else. */
  const open = (id: string) =>
    state.invites.find(
      ({ inviteId, ticketId, expiresAt }) =>
        [inviteId, ticketId].includes(id) && Date.parse(expiresAt) > now().getTime(),
    )
  const forget = (invite: AstronomerInvite) => {
    state.invites.splice(state.invites.indexOf(invite), 1)
    const invited = state.invites.some(({ userId }) => userId === invite.userId)
    // The record came with the invite, and goes with the last one.
    state.users = state.users.filter(
      ({ id, status }) => id !== invite.userId || status !== 'PENDING' || invited,
    )
  }

  const createInvite = (
    organizationId: string,
    form: Form,
    caller: AstronomerToken,
    alpha: boolean,
  ) => {
    const [email, role] = [form.inviteeEmail, form.role]
    const wrong: FieldError[] = []
    if (typeof email !== 'string' || !email)
      wrong.push({ field: 'inviteeEmail', code: 'required', message: 'is required' })
    if (!astronomerRoles.includes(String(role)))
      wrong.push({
        field: 'role',
        code: 'oneof',
        message: `must be one of ${astronomerRoles.join(' ')}`,
      })
    if (wrong.length > 0 || typeof email !== 'string' || typeof role !== 'string')
      return error(400, 'Invalid request.', alpha ? undefined : wrong)
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      return error(400, 'Invalid email address. Retry with a valid one.')
    const known = byName(email)
    if (known?.roles[organizationId])
      return error(400, 'User is already a member of this organization.')
    const twice = state.invites.some(
      (one) => one.userId === known?.id && one.organizationId === organizationId,
    )
    // What becomes of a second invite is not known. It is no update: Terraform deletes the first one.
    if (twice) return error(400, 'An invite is pending.')

    const user = known ?? {
      id: newId(),
      username: email.toLowerCase(),
      fullName: '',
      status: 'PENDING',
      createdAt: stampOf(now()),
      roles: {},
    }
    if (!known) state.users.push(user)
    const invite: AstronomerInvite = {
      inviteId: newId(),
      organizationId,
      userId: user.id,
      role,
      expiresAt: stampOf(new Date(now().getTime() + week)),
      ticketId: `tk_${newId()}`,
      inviter:
        'name' in caller
          ? { tokenName: caller.name }
          : { userId: byName(caller.username)?.id ?? '' },
    }
    state.invites.push(invite)
    // The form of the link is not known, but that it leads there and carries one of the two.
    const link = new URL('https://cloud.astronomer.io/invite')
    link.searchParams.set('id', linkBy === 'id' ? invite.inviteId : invite.ticketId)
    state.outbox.push({ to: user.username, url: link.href, sentAt: now().toISOString() })
    return json(shownOf(invite, alpha))
  }

  const listUsers = (organizationId: string, { searchParams }: URL, alpha: boolean) => {
    const offset = Number(searchParams.get('offset') ?? 0)
    const limit = Number(searchParams.get('limit') ?? 20)
    if (!(offset >= 0 && limit >= 0 && limit <= 1000)) return error(400, 'Invalid request.')
    const [by = 'createdAt', direction] = (searchParams.get('sorts') ?? '').split(':')
    const term = alpha ? (searchParams.get('search') ?? '').toLowerCase() : ''
    const needsInvites = alpha && searchParams.get('hasInvites') === 'true'
    const invitesOf = ({ id }: AstronomerUser) => state.invites.filter((one) => one.userId === id)
    const hereOf = (user: AstronomerUser) =>
      invitesOf(user).find((one) => one.organizationId === organizationId)
    const users = state.users
      .filter((user) => user.roles[organizationId] ?? hereOf(user))
      .filter((user) => !needsInvites || invitesOf(user).length > 0)
      .filter(({ username, fullName }) => `${username} ${fullName}`.toLowerCase().includes(term))
      .map((user) => {
        const { roles, ...shown } = user
        const role = roles[organizationId] ?? hereOf(user)?.role
        return {
          ...shown,
          avatarUrl: '',
          updatedAt: user.createdAt,
          // Those of other organizations too.
          ...(alpha
            ? { orgRole: role, invites: invitesOf(user).map((one) => shownOf(one, true)) }
            : { organizationRole: role }),
        }
      })
      .toSorted(
        (a, b) => (wordOf(a, by) < wordOf(b, by) ? -1 : 1) * (direction === 'desc' ? -1 : 1),
      )
    return json({
      limit,
      offset,
      totalCount: users.length,
      users: users.slice(offset, offset + Math.min(limit, maxLimit)),
    })
  }

  const deleteInvite = (organizationId: string, id: string) => {
    const invite = state.invites.find(
      (one) => one.inviteId === id && one.organizationId === organizationId,
    )
    if (!invite) return nowhere()
    forget(invite)
    return new Response(null, { status: 204 })
  }

  const showInvite = (id: string) => {
    const invite = open(id)
    return invite ? json(shownOf(invite, true)) : nowhere()
  }

  const showSelf = (username: string, url: URL, alpha: boolean) => {
    let user = byName(username)
    if (!user && url.searchParams.get('createIfNotExist') === 'true') {
      const createdAt = stampOf(now())
      user = { id: newId(), username, fullName: '', status: 'ACTIVE', createdAt, roles: {} }
      state.users.push(user)
    }
    if (!user) return error(alpha ? 404 : 400, 'User not found.')
    const { roles: _, ...shown } = user
    const invites = state.invites
      .filter(({ userId }) => userId === shown.id)
      .map((one) => {
        const { inviteId, expiresAt, organizationId } = one
        return alpha ? shownOf(one, true) : { inviteId, expiresAt, organizationId }
      })
    return json({ ...shown, updatedAt: shown.createdAt, avatarUrl: '', invites })
  }

  const respond = (username: string, id: string, form: Form) => {
    // By the id alone: a ticket is not one.
    const invite = open(id)
    if (invite?.inviteId !== id) return nowhere()
    const user = userOf(invite.userId)
    if (user !== byName(username)) return strangers === 403 ? denied() : nowhere()
    if (form.inviteStatus !== 'accept' && form.inviteStatus !== 'reject')
      return error(400, 'Invalid request.')
    const shown = shownOf(invite, true)
    if (user && form.inviteStatus === 'accept') {
      user.status = 'ACTIVE'
      user.roles[invite.organizationId] = invite.role
    }
    forget(invite)
    return json(shown)
  }

  return {
    state,
    async fetch(...args) {
      const { method, url, headers, text } = await received(...args)
      const [, version = '', ...parts] = (url.origin + url.pathname).slice(root.length).split('/')
      const alpha = version === 'v1alpha1'
      const form = parsed(text)
      const id = parts.at(-1) ?? ''
      const secret = headers.get('authorization')?.split('Bearer ')[1]
      const caller = state.tokens.find(({ token }) => token === secret)
      const route = `${method} ${parts.join('/')}`
      if (!/^v1(alpha1)?$/.test(version)) return new Response('no Route matched', { status: 404 })
      if (alpha && method === 'GET' && parts[0] === 'auth' && (caller ?? (openLookup && !secret)))
        return showInvite(id)
      if (!caller) return error(401, 'Invalid token.')
      if (!form) return error(400, 'Invalid request.')

      if (parts[0] === 'users') {
        if (!('username' in caller)) return denied()
        if (route === 'GET users/self') return showSelf(caller.username, url, alpha)
        if (alpha && route === `POST users/self/invites/${id}`)
          return respond(caller.username, id, form)
      }
      const organizationId = parts[1] ?? ''
      const handler = {
        [`POST organizations/${organizationId}/invites`]: () =>
          createInvite(organizationId, form, caller, alpha),
        [`DELETE organizations/${organizationId}/invites/${id}`]: () =>
          deleteInvite(organizationId, id),
        [`GET organizations/${organizationId}/users`]: () => listUsers(organizationId, url, alpha),
      }[route]
      if (!handler) return new Response('no Route matched', { status: 404 })
      const role =
        'username' in caller
          ? byName(caller.username)?.roles[organizationId]
          : caller.organizationId === organizationId && caller.role
      return role === 'ORGANIZATION_OWNER' ? handler() : denied()
    },
  }
}

/** Whole seconds, in UTC. */
const stampOf = (date: Date) => `${date.toISOString().slice(0, 19)}Z`
const wordOf = (row: object, key: string) =>
  JSON.stringify((row as Record<string, unknown>)[key]) ?? ''

function parsed(text: string): Form | undefined {
  try {
    return text ? (Object(JSON.parse(text)) as Form) : {}
  } catch {
    return undefined
  }
}
