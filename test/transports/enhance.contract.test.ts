import { expect, it } from 'vitest'
import { enhance } from '../../src/transports/enhance.js'
import { contract, describeWithSpec } from '../contract.ts'
import { accessToken, customerOrg, type EnhanceServer } from '../emulators/enhanceState.ts'
import {
  ana,
  baseUrl,
  browser,
  failure,
  orgId,
  owner,
  password,
  setUp,
  site,
} from './enhanceSetUp.ts'

const unknown = '00000000-0000-4000-8000-000000000000'

/** What is left open by the document, or is known to be otherwise; wire/enhance.md, "Errors". */
function deviation({ method, url }: Request, { status }: Response): string | undefined {
  if (status === 404 && url.includes('/validate')) return 'an id that is no UUID is a 404'
  if (status === 409 && url.endsWith('/invites')) return 'a member is a conflict'
  const accepting = method === 'POST' && /\/invites\/[^/]+$/.test(url)
  if (accepting && (status === 400 || status === 401)) return 'refused passwords are not described'
  return undefined
}

/** A panel, and its transport, with the document between them. */
function underContract(server: EnhanceServer = {}) {
  const all = setUp(server)
  const checked = contract('enhance', all.fetch, { deviation })
  const { fetch } = checked
  const over = (token?: string) => enhance({ baseUrl, orgId, token, fetch })
  const visitor = (cookie?: string) =>
    enhance({ baseUrl, orgId, locale: 'en-GB', fetch: browser(fetch, cookie) })
  return { ...all, fetch, checked, over, visitor, transport: over(accessToken) }
}

describeWithSpec('enhance')('enhance and its published document', () => {
  it.each<[string, EnhanceServer]>([
    ['a link and times', {}],
    ['a key', { created: 'key' }],
  ])('agree on all that succeeds, with %s', async (_, server) => {
    const { transport, visitor, checked, state, open } = underContract({ ...server, dates: 'date' })
    await transport.create({ ...ana, role: 'SiteAccess', groups: [site] })
    await transport.create({ ...ana, email: 'bo@acme.test', sendMail: false })
    await transport.list({})
    const [first, second] = state.members.slice(1).map(({ id }) => id)
    await transport.update({ id: first ?? '', role: 'Support' })
    await transport.revoke({ id: second ?? '' })
    await transport.resend({ id: first ?? '' })
    const page = visitor()
    await page.lookup(open())
    await page.accept({ ...open(), password })
    expect(await page.viewer({})).toMatchObject({ email: 'ana@acme.test' })
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(13)
    expect(checked.outside).toEqual([])
  })

  it('agree on an account that exists, and on one that is signed in', async () => {
    const { fetch, visitor, checked, open, state } = underContract()
    const shop = enhance({ baseUrl, orgId: customerOrg, token: accessToken, fetch })
    const known = { email: 'owner@acme.test', name: 'Olga Owner', role: 'SuperAdmin' }
    await shop.create(known)
    await visitor(owner).accept(open())
    expect(state.members[1]?.isActive).toBe(true)
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(2)
  })

  it('differ on the date of a member alone, which live panels write as a time', async () => {
    const { transport, checked } = underContract()
    await transport.create(ana)
    await transport.list({})
    expect(checked.problems).toEqual([
      expect.stringContaining('answer 200/items/0/joinedAt must match format "date"'),
      expect.stringContaining('answer 200/items/1/joinedAt must match format "date"'),
    ])
  })

  it('agree on refusals', async () => {
    const { transport, over, visitor, checked, open } = underContract({ dates: 'date' })
    await transport.create(ana)
    const refused = [
      over('enhance-support-token').list({}),
      over().list({}),
      transport.revoke({ id: unknown }),
      visitor(owner).accept(open()),
      visitor().accept({ ...open(), token: unknown, password }),
    ]
    const errors = await Promise.all(refused.map(failure))
    expect(errors.map(({ code }) => code)).toEqual([
      'forbidden',
      'unauthenticated',
      'not_found',
      'wrong_account',
      'not_found',
    ])
    expect(checked.problems).toEqual([])
    expect(checked.checked).toBe(7)
    expect(checked.outside).toEqual([])
  })

  it('differ on refusals that the document leaves open', async () => {
    const { transport, visitor, checked, open } = underContract()
    await transport.create(ana)
    await failure(transport.create({ ...ana, email: 'owner@acme.test' }))
    await failure(visitor().accept({ ...open(), password: 'short' }))
    await failure(visitor().lookup({ token: 'mangled' }))
    expect(checked.problems).toEqual([])
    expect(checked.outside.map((line) => line.split(': ')[1])).toEqual([
      'a member is a conflict',
      'refused passwords are not described',
      'an id that is no UUID is a 404',
    ])
  })
})
