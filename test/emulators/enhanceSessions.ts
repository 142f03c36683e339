import { json } from './emulator.ts'
import { answers, setCookie } from './enhanceAnswers.ts'
import type { Form } from './enhanceForm.ts'
import type { EnhanceLogin, EnhanceState } from './enhanceState.ts'

/** Who is signed in at the panel, by the cookie `id0`, and the routes about that. */
export function enhanceSessions(state: EnhanceState, hex: (length: number) => string) {
  const open = (loginId: string) => {
    const cookie = `${hex(12)}.${hex(24)}.${hex(24)}`
    state.sessions.push({ cookie, loginId })
    return cookie
  }

  /** The login of the cookie; undefined without one. */
  const visitorOf = (headers: Headers): EnhanceLogin | Response | undefined => {
    const cookie = cookieOf(headers)
    if (!cookie) return undefined
    const session = state.sessions.find((one) => one.cookie === cookie && !one.ended)
    return state.logins.find(({ id }) => id === session?.loginId) ?? answers.sessionEnded()
  }

  const memberships = ({ id }: EnhanceLogin) => ({
    memberships: state.members
      .filter(({ loginId, isActive }) => loginId === id && isActive)
      .map(({ id: memberId, orgId, roles, siteAccesses }) => {
        const org = state.orgs.find((one) => one.id === orgId)
        const isMasterOrg = org?.parentId === undefined
        const siteAccessCount = siteAccesses.length
        return { memberId, orgId, orgName: org?.name ?? '', isMasterOrg, roles, siteAccessCount }
      }),
  })

  const logIn = ({ email, password }: Form) => {
    const login = state.logins.find((one) => one.email === email && one.password !== undefined)
    if (!login || login.password !== password) return answers.wrongPassword(401)
    return json(memberships(login), 200, { 'set-cookie': setCookie(open(login.id)) })
  }

  const route = (called: string, headers: Headers, form: Form) => {
    if (called === 'POST login/sessions') return logIn(form)
    const visitor = visitorOf(headers) ?? answers.noSession()
    if (visitor instanceof Response) return visitor
    if (called === 'GET login/memberships') return json(memberships(visitor))
    if (called === 'DELETE login/sessions/current') {
      const session = state.sessions.find(({ cookie }) => cookie === cookieOf(headers))
      if (session) session.ended = true
      return answers.done('')
    }
    if (called !== 'GET login') return answers.notFound('Route')
    const { id, email, name } = visitor
    const about = { colorCode: '6E39AF', registeredAt: '2026-01-08', authMethod: 'basic' }
    return json({ id, email, name, ...about, locale: 'en' })
  }

  return { open, visitorOf, route }
}

const cookieOf = (headers: Headers) => /\bid0=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
