import { json, received, type Emulator } from './emulator.ts'
import { answers, isUuid } from './enhanceAnswers.ts'
import { formOf, rolesOf, textsOf, type Form } from './enhanceForm.ts'
import { enhanceSessions } from './enhanceSessions.ts'
import { enhanceState } from './enhanceState.ts'
import type { EnhanceMember, EnhanceServer, EnhanceState } from './enhanceState.ts'

const tenDays = 864_000_000

/** The invites of Enhance (orchd 12.25), as its documents have them; where those are silent, as the options say. */
export function emulateEnhance(options: EnhanceServer = {}): Emulator<EnhanceState> {
  const { now = () => new Date(), random = Math.random, state = enhanceState() } = options
  const { created = 'link', dates = 'date-time', first = 'pending', pageLimit = 100 } = options
  const { conflict = 409, wrongPassword = 403, rateLimit = Infinity } = options
  const root = (options.baseUrl ?? 'https://panel.acme.test').replace(/\/$/, '')
  const panel = new URL(root).host
  const clock = () => now().getTime()

  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
  const loginOf = (id: string) => state.logins.find((login) => login.id === id)
  const loginBy = (email: string) =>
    state.logins.find((login) => login.email.toLowerCase() === email.toLowerCase())
  const memberOf = (orgId: string, id: string) =>
    state.members.find((member) => member.orgId === orgId && member.id === id)
  /** The pending member of a key that is good for anything. */
  const invited = (key: string) => {
    const invite = state.invites.find((one) => one.key === key)
    const member = state.members.find(({ id }) => id === invite?.memberId)
    return member && invite && clock() < invite.sentAt + tenDays ? member : undefined
  }
  const drop = (memberId: string) => {
    state.invites = state.invites.filter((invite) => invite.memberId !== memberId)
  }
  const sessions = enhanceSessions(state, hex)

  /** Why a caller may not manage the people of an organization: that needs a right in it, or above it. */
  const refusalOf = (headers: Headers, orgId: string): Response | undefined => {
    const org = state.orgs.find(({ id }) => id === orgId)
    const bearer = /^Bearer (.+)/.exec(headers.get('authorization') ?? '')?.[1]
    const visitor = bearer ? undefined : (sessions.visitorOf(headers) ?? answers.noSession())
    if (visitor instanceof Response) return visitor
    const grants = visitor
      ? state.members.filter(({ loginId, isActive }) => isActive && loginId === visitor.id)
      : state.tokens.filter(({ token }) => token === bearer)
    if (grants.length === 0) return answers.unauthorized()
    if (!org) return answers.notFound('Organization')
    const here = grants.filter((grant) => [org.id, org.parentId].includes(grant.orgId))
    const may = here.some(({ roles }) => roles.includes('SuperAdmin') || roles.includes('Owner'))
    return may ? undefined : answers.unauthorized()
  }

  const invite = (orgId: string, form: Form) => {
    const { email, name, sendEmail } = form
    const roles = rolesOf(form.roles)
    if (typeof email !== 'string' || typeof name !== 'string' || !roles)
      return answers.invalid('email, name and roles are required')
    const org = state.orgs.find(({ id }) => id === orgId)
    if (roles.includes('Sysadmin') && org?.parentId) return answers.onlyMaster()
    const login = loginBy(email) ?? { id: uuid(), email, name }
    let member = state.members.find((one) => one.orgId === orgId && one.loginId === login.id)
    if (member?.isActive) return answers.conflict(conflict)
    if (!loginBy(email)) state.logins.push(login)
    if (!member) {
      const lists = {
        siteAccesses: textsOf(form.siteAccesses),
        notifications: textsOf(form.notifications),
      }
      const ids = { id: uuid(), orgId, loginId: login.id }
      member = { ...ids, isActive: false, roles, ...lists, joinedAt: clock() }
      state.members.push(member)
    }
    // Not documented: whether the old key goes on working, and whether roles are taken over.
    drop(member.id)
    const key = uuid()
    state.invites.push({ key, memberId: member.id, sentAt: clock() })
    const link = `http://${panel}/invites/${key}?email=${login.email}`
    if (sendEmail !== false || created === 'none')
      state.outbox.push({ to: login.email, url: link, sentAt: now().toISOString() })
    return created === 'none'
      ? new Response(null, { status: 201 })
      : json(created === 'link' ? link : key, 201)
  }

  const shown = ({ orgId: _orgId, joinedAt, ...member }: EnhanceMember) => {
    const time = new Date(joinedAt).toISOString()
    const { email = '', name = '' } = loginOf(member.loginId) ?? {}
    return {
      ...member,
      email,
      name,
      joinedAt: dates === 'date' ? time.slice(0, 10) : time.replace('Z', '597Z'),
      colorCode: '9C6C33',
      authMethod: 'basic',
    }
  }

  const listMembers = (orgId: string, query: URLSearchParams) => {
    const rank = ({ isActive }: EnhanceMember) => Number(isActive === (first === 'pending'))
    const byStatus = query.get('sortBy') === 'status'
    const sign = query.get('sortOrder') === 'desc' ? -1 : 1
    const rows = state.members
      .filter((member) => member.orgId === orgId)
      .toSorted((a, b) => sign * (byStatus ? rank(a) - rank(b) : a.joinedAt - b.joinedAt))
    const offset = Number(query.get('offset') ?? 0)
    const limit = Math.min(Number(query.get('limit') ?? pageLimit), pageLimit)
    return json({ total: rows.length, items: rows.slice(offset, offset + limit).map(shown) })
  }

  const changeMember = (member: EnhanceMember, form: Form) => {
    const roles = rolesOf(form.roles)
    if (!roles) return answers.invalid('roles are not valid')
    const siteAccesses = textsOf(form.siteAccesses)
    Object.assign(member, { roles, siteAccesses, notifications: textsOf(form.notifications) })
    return answers.done()
  }

  const removeMember = (member: EnhanceMember) => {
    state.members = state.members.filter((one) => one !== member)
    drop(member.id)
    return answers.gone()
  }

  const validate = (key: string) => {
    const member = invited(key)
    if (!member) return json({ isValid: false })
    const { loginId, orgId } = member
    const orgName = state.orgs.find(({ id }) => id === orgId)?.name
    return json({ isValid: true, loginId, orgId, orgName, role: member.roles[0] })
  }

  const accept = (key: string, headers: Headers, form: Form | undefined) => {
    const member = invited(key)
    const login = loginOf(member?.loginId ?? '')
    if (!member || !login) return answers.notFound('Invite')
    const visitor = sessions.visitorOf(headers)
    if (visitor instanceof Response) return visitor
    if (visitor && visitor !== login) return answers.otherSession()
    if (!visitor) {
      if (!form) return answers.noSession()
      const { email, password } = form
      if (typeof email !== 'string') return answers.invalid('missing field `email`')
      if (loginBy(email) !== login || typeof password !== 'string')
        return answers.wrongPassword(wrongPassword)
      // The rules for a new one are not documented.
      if (login.password === undefined && password.length < 8)
        return answers.invalid('The password must have 8 characters at least')
      login.password ??= password
      if (login.password !== password) return answers.wrongPassword(wrongPassword)
    }
    member.isActive = true
    drop(member.id)
    return answers.done(sessions.open(login.id))
  }

  const ofOrg = (
    method: string,
    path: string[],
    headers: Headers,
    query: URLSearchParams,
    form: Form,
  ) => {
    const [, orgId = '', what, memberId] = path
    const refusal = refusalOf(headers, orgId)
    if (refusal) return refusal
    if (memberId === undefined) {
      if (method === 'POST' && what === 'invites') return invite(orgId, form)
      if (method === 'GET' && what === 'members') return listMembers(orgId, query)
      return answers.notFound('Route')
    }
    const member = memberOf(orgId, memberId)
    if (!member) return answers.notFound('Member')
    if (method === 'PUT') return changeMember(member, form)
    return method === 'DELETE' ? removeMember(member) : json(shown(member))
  }

  return {
    state,
    async fetch(...args) {
      const { method, url, headers, text } = await received(...args)
      if (!url.href.startsWith(`${root}/api/`)) return answers.page()
      state.calls = state.calls.filter((at) => at > clock() - 60_000)
      if (state.calls.push(clock()) > rateLimit) return answers.tooMany(60)
      const path = url.href.slice(`${root}/api/`.length).replace(/\?.*/, '')
      const form = formOf(headers, text)
      const segments = path.split('/')
      const [kind, id = '', action, member] = segments
      if (kind === 'login') return sessions.route(`${method} ${path}`, headers, form ?? {})
      if (![id, ...(member === undefined ? [] : [member])].every(isUuid)) return answers.mangled()
      if (kind === 'orgs') return ofOrg(method, segments, headers, url.searchParams, form ?? {})
      if (kind !== 'invites' || method !== 'POST') return answers.notFound('Route')
      return action === 'validate' ? validate(id) : accept(id, headers, form)
    },
  }
}
