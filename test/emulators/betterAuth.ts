import { betterAuthState, linkOf } from './betterAuthState.ts'
import type {
  BetterAuthInvitation,
  BetterAuthServer,
  BetterAuthState,
  BetterAuthUser,
} from './betterAuthState.ts'
import { answerRoute, isRole, isText, optionally, refuse } from './betterAuthRoute.ts'
import type { BetterAuthCode, Form, Route } from './betterAuthRoute.ts'
import { json, received, type Emulator } from './emulator.ts'

interface Caller {
  session: BetterAuthState['sessions'][number]
  user: BetterAuthUser
}

/**
 * The organization plugin of better-auth, without teams. betterAuth.differential.test.ts holds it to the real 1.7.7;
 * the same scripts were run once against 1.7.24.
 */
export function emulateBetterAuth(options: BetterAuthServer = {}): Emulator<BetterAuthState> {
  const { now = () => new Date(), random = Math.random, state = betterAuthState() } = options
  const { invitationLimit = 100, membershipLimit = 100 } = options
  const base = new URL(options.baseUrl ?? 'https://app.acme.test/api/auth')
  const modern = options.release === '1.7.24'

  const secret = () =>
    Array.from({ length: 32 }, () => alphabet[Math.floor(random() * alphabet.length)]).join('')
  const later = (hours: number) => new Date(now().getTime() + hours * 3_600_000).toISOString()
  const open = ({ status, expiresAt }: BetterAuthInvitation) =>
    status === 'pending' && Date.parse(expiresAt) >= now().getTime()
  const memberOf = (organizationId: string, userId: string) =>
    state.members.find((one) => one.organizationId === organizationId && one.userId === userId)
  const invitationOf = (id: unknown) => state.invitations.find((invitation) => invitation.id === id)
  const userOf = (id: string) => state.users.find((user) => user.id === id)

  const callerOf = (headers: Headers): Caller | undefined => {
    const [, bearer] = /^Bearer (.+)/.exec(headers.get('authorization') ?? '') ?? []
    const [, cookie] = sessionCookie.exec(headers.get('cookie') ?? '') ?? []
    const token = (options.bearer && bearer) || cookie
    const session = state.sessions.find((one) => one.token === token)
    const user = session && userOf(session.userId)
    return user && { session, user }
  }

  const whole = ({ session, user }: Caller) => {
    const { token, ...owner } = session
    const { id, ...known } = user
    const times = { createdAt: later(0), updatedAt: later(0) }
    const seen = { ipAddress: '127.0.0.1', userAgent: '' }
    return {
      session: { expiresAt: later(168), token, ...times, ...seen, ...owner, id: `id-of-${token}` },
      user: { ...known, ...times, id },
    }
  }

  const mail = ({ id, email }: BetterAuthInvitation) => {
    if (!options.mailFails)
      state.outbox.push({ to: email, url: linkOf(id), sentAt: now().toISOString() })
  }

  const invite = ({ session, user }: Caller, form: Form): Response => {
    const organizationId = text(form.organizationId) || session.activeOrganizationId
    if (!organizationId) return refuse(400, 'ORGANIZATION_NOT_FOUND')
    const email = text(form.email).toLowerCase()
    if (!/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/.test(email)) return refuse(400, 'INVALID_EMAIL')
    const member = memberOf(organizationId, user.id)
    if (!member) return refuse(400, 'MEMBER_NOT_FOUND')
    if (!manages(member.role))
      return refuse(403, 'YOU_ARE_NOT_ALLOWED_TO_INVITE_USERS_TO_THIS_ORGANIZATION')
    const asked = [form.role].flat().join(',')
    const wanted = namesOf(asked)
    const role = modern ? wanted.join(',') : asked
    if (modern && wanted.length === 0) return refuse(400, 'ROLE_NOT_FOUND')
    const unknown = wanted.filter((name) => !['owner', 'admin', 'member'].includes(name))
    if (unknown.length > 0) return json({ message: `ROLE_NOT_FOUND: ${unknown.join(', ')}` }, 400)
    const owns = namesOf(member.role).includes('owner')
    if (!owns && wanted.includes('owner'))
      return refuse(403, 'YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH_THIS_ROLE')
    const invitee = state.users.find((one) => one.email === email)
    if (invitee && memberOf(organizationId, invitee.id))
      return refuse(400, 'USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION')

    const pending = state.invitations.filter(
      (one) => one.organizationId === organizationId && open(one),
    )
    const existing = pending.find((one) => one.email === email)
    if (existing && !form.resend) return refuse(400, 'USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION')
    if (existing) {
      if (modern && !owns && namesOf(existing.role).includes('owner'))
        return refuse(403, 'YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH_THIS_ROLE')
      existing.expiresAt = later(48)
      mail(existing)
      return json(existing)
    }
    if (pending.length >= invitationLimit) return refuse(403, 'INVITATION_LIMIT_REACHED')
    const invitation: BetterAuthInvitation = {
      organizationId,
      email,
      role,
      status: 'pending',
      expiresAt: later(48),
      createdAt: later(0),
      inviterId: user.id,
      id: secret(),
    }
    state.invitations.push(invitation)
    mail(invitation)
    return json(invitation)
  }

  const list = ({ session, user }: Caller, query: Form): Response => {
    const organizationId = text(query.organizationId) || session.activeOrganizationId
    if (!organizationId) return json({ message: 'Organization ID is required' }, 400)
    const member = memberOf(organizationId, user.id)
    if (!member) return json({ message: 'You are not a member of this organization' }, 403)
    if (modern && !manages(member.role))
      return refuse(403, 'YOU_ARE_NOT_ALLOWED_TO_LIST_INVITATIONS')
    const all = state.invitations.filter((one) => one.organizationId === organizationId)
    const hides = modern && !namesOf(member.role).includes('owner')
    return json(all.filter((one) => !(hides && namesOf(one.role).includes('owner'))))
  }

  /** What stands between somebody and an invitation. */
  const notTheirs = ({ user }: Caller, invitation: BetterAuthInvitation, code: BetterAuthCode) => {
    if (invitation.email !== user.email.toLowerCase())
      return refuse(403, 'YOU_ARE_NOT_THE_RECIPIENT_OF_THE_INVITATION')
    const verify = options.requireEmailVerificationOnInvitation && !user.emailVerified
    return verify ? refuse(403, code) : undefined
  }

  const show = (caller: Caller | undefined, query: Form): Response => {
    if (!caller) return json({ message: 'Not authenticated' }, 401)
    const invitation = invitationOf(query.id)
    if (!invitation || !open(invitation))
      return modern
        ? refuse(400, 'INVITATION_NOT_FOUND')
        : json({ message: 'Invitation not found!' }, 400)
    const refusal = notTheirs(caller, invitation, 'EMAIL_VERIFICATION_REQUIRED_FOR_INVITATION')
    if (refusal) return refusal
    const { organizationId, inviterId } = invitation
    if (!memberOf(organizationId, inviterId))
      return refuse(400, 'INVITER_IS_NO_LONGER_A_MEMBER_OF_THE_ORGANIZATION')
    const organization = state.organizations.find(({ id }) => id === organizationId)
    return json({
      ...invitation,
      organizationName: organization?.name,
      organizationSlug: organization?.slug,
      inviterEmail: userOf(inviterId)?.email,
    })
  }

  const accept = (caller: Caller, form: Form): Response => {
    const invitation = invitationOf(form.invitationId)
    if (!invitation || !open(invitation)) return refuse(400, 'INVITATION_NOT_FOUND')
    const refusal = notTheirs(caller, invitation, beforeAnswering)
    if (refusal) return refusal
    const { organizationId, role } = invitation
    const members = state.members.filter((one) => one.organizationId === organizationId)
    if (members.length >= membershipLimit)
      return refuse(403, 'ORGANIZATION_MEMBERSHIP_LIMIT_REACHED')
    invitation.status = 'accepted'
    const userId = caller.user.id
    const member = { organizationId, userId, role, createdAt: later(0), id: secret() }
    state.members.push(member)
    caller.session.activeOrganizationId = organizationId
    return json({ invitation, member })
  }

  const reject = (caller: Caller, form: Form): Response => {
    const invitation = invitationOf(form.invitationId)
    if (invitation?.status !== 'pending')
      return json({ message: 'Invitation not found!', code: 'INVITATION_NOT_FOUND' }, 400)
    const refusal = notTheirs(caller, invitation, beforeAnswering)
    if (refusal) return refusal
    invitation.status = 'rejected'
    return json({ invitation, member: null })
  }

  const cancel = ({ user }: Caller, form: Form): Response => {
    const invitation = invitationOf(form.invitationId)
    if (!invitation) return refuse(400, 'INVITATION_NOT_FOUND')
    const member = memberOf(invitation.organizationId, user.id)
    if (!member) return refuse(400, 'MEMBER_NOT_FOUND')
    if (!manages(member.role)) return refuse(403, 'YOU_ARE_NOT_ALLOWED_TO_CANCEL_THIS_INVITATION')
    // Whatever it was before.
    invitation.status = 'canceled'
    return json(invitation)
  }

  const routes: Record<string, Route<Caller>> = {
    'GET /get-session': { anyone: (caller) => json(caller ? whole(caller) : null) },
    'GET /organization/list-invitations': {
      signedIn: list,
      query: { organizationId: optionally('string') },
    },
    'GET /organization/get-invitation': { anyone: show, query: { id: isText } },
    'POST /organization/invite-member': {
      signedIn: invite,
      body: {
        email: isText,
        role: isRole,
        organizationId: optionally('string'),
        resend: optionally('boolean'),
      },
    },
    'POST /organization/accept-invitation': { signedIn: accept, body: { invitationId: isText } },
    'POST /organization/reject-invitation': { signedIn: reject, body: { invitationId: isText } },
    'POST /organization/cancel-invitation': { signedIn: cancel, body: { invitationId: isText } },
  }

  return {
    state,
    async fetch(...args) {
      const request = await received(...args)
      const path = request.url.pathname.slice(base.pathname.length)
      const inside = request.url.href.startsWith(`${base.href}/`)
      const route = inside ? routes[`${request.method} ${path}`] : undefined
      if (!route) return new Response(null, { status: 404 })
      return answerRoute(route, request, callerOf(request.headers))
    },
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const sessionCookie = /better-auth\.session_token=([^.;]+)/
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const beforeAnswering = 'EMAIL_VERIFICATION_REQUIRED_BEFORE_ACCEPTING_OR_REJECTING_INVITATION'

const namesOf = (role: string) =>
  role
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

const manages = (role: string) => namesOf(role).some((name) => name === 'owner' || name === 'admin')
