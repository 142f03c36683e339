import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInviteToken } from '../../src/input/readInviteToken.js'
import { anyString, runs } from './fuzz.ts'
import { pageAt } from './invitePage.ts'

const code = 'dKz0mP3vQx8sT1bYw6LrEa9uHf2NcJ'
const key = '3b9d0c54-7a1e-4c0e-8f5b-2d6e7f809a1b'
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl-_'
const app = 'https://app.acme.test'

/** Opens a link: what was read, and what the address bar shows then. */
function open(path: string, params?: string[]) {
  const { page, ...rest } = pageAt(app + path)
  const link = readInviteToken({ page, params })
  return { link, ref: link?.read(), shown: page.location.href.slice(app.length), page, ...rest }
}

describe('the link of each provider is read, and its token leaves the address bar', () => {
  it.each([
    ['the kit, in the fragment', `/invite#token=${code}`, '/invite', { token: code }],
    ['memory', `/invite?token=${code}`, '/invite', { token: code }],
    ['Grafana', `/invite/${code}`, '/invite/-', { token: code }],
    ['Grafana below a path', `/grafana/invite/${code}/`, '/grafana/invite/-/', { token: code }],
    [
      'Enhance',
      `/invites/${key}?email=mia@example.com`,
      '/invites/-',
      { token: key, email: 'mia@example.com' },
    ],
    [
      'Harness, the mail',
      `/gateway/ng/api/invites/verify?accountIdentifier=kmp&email=ana%2540acme.test&token=${jwt}`,
      '/gateway/ng/api/invites/verify?accountIdentifier=kmp',
      { token: jwt, email: 'ana@acme.test' },
    ],
    [
      'Harness, the older mail',
      `/#/invite?accountId=kmp&email=ana%40acme.test&inviteId=${jwt}&generation=NG`,
      '/#/invite?accountId=kmp&generation=NG',
      { token: jwt, email: 'ana@acme.test' },
    ],
    [
      'Harness, the accept page',
      `/auth/#/accept-invite?email=ana%40acme.test&token=${jwt}`,
      '/auth/#/accept-invite',
      { token: jwt, email: 'ana@acme.test' },
    ],
    ['Authress', '/invite?inviteId=inv_8RkT2c0qWm41', '/invite', { token: 'inv_8RkT2c0qWm41' }],
    ['better-auth', `/accept-invitation/${code}`, '/accept-invitation/-', { token: code }],
    ['an app with hash routes', `/#/invite/${code}`, '/#/invite/-', { token: code }],
  ])('%s', (_, path, shown, ref) => {
    expect(open(path)).toMatchObject({ shown, ref, link: { kept: false } })
  })

  it('a parameter with a name of its own is read in place of the usual ones', () => {
    const { ref, shown } = open(`/join?id=${code}&token=theirs`, ['id'])
    expect(ref).toEqual({ token: code })
    expect(shown).toBe('/join?token=theirs')
  })
})

describe('what is not part of the link stays', () => {
  it('history.state, and other parameters byte for byte', () => {
    const { calls, shown } = open(`/i?a=%20+b&flag&token=${code}&x=%e4&a=2#/p?q=1&token=b&r=%zz`)
    expect(shown).toBe('/i?a=%20+b&flag&x=%e4&a=2#/p?q=1&r=%zz')
    expect(calls.map(({ state }) => state)).toEqual([{ router: 'own' }])
  })

  it.each([
    '/',
    '/login?email=ada@example.com#top',
    '/settings/invites/new',
    '/settings/invites/pending-approvals',
    `/login?next=/invite/${code}`,
    `/login?next=%2Finvite%3Ftoken%3D${code}`,
    `/login?next=/invite?token=${code}`,
    `/invite/${code}/details`,
    '/invite/-',
    '/invite?token=#token=',
    '/invite?tokens=1&xtoken=2&token',
  ])('%s is no invite link, and is left alone', (path) => {
    expect(open(path)).toMatchObject({ link: undefined, calls: [] })
  })

  it('a path with two slashes stays on its host', () => {
    expect(open(`//evil.example/invite?token=${code}`).shown).toBe('//evil.example/invite')
  })
})

describe('doubtful links', () => {
  it('of several tokens the first in the fragment counts, and all go', () => {
    const { ref, shown } = open('/i?token=c&inviteId=d&b=1#token=&token=a&token=b')
    expect(ref).toEqual({ token: 'a' })
    expect(shown).toBe('/i?b=1')
  })

  it('a token beside an end of the path leaves the path alone', () => {
    expect(open(`/invite/${code}#token=a`)).toMatchObject({
      ref: { token: 'a' },
      shown: `/invite/${code}`,
    })
  })

  it.each([
    ['#token=%E0%A4%A', '%E0%A4%A'],
    ['#token=a%zz', 'a%zz'],
    ['#token=ab+c/d==', 'ab+c/d=='],
    ['#token=a%26b%3Dc%23', 'a&b=c#'],
    ['?token=%C3%BC', 'ü'],
  ])('%s is %j', (link, token) => {
    expect(open(`/i${link}`)).toMatchObject({ ref: { token }, shown: '/i' })
  })

  it('broken encoding in a path is left as it is', () => {
    expect(open(`/invite/${code}%E0%A4%A`)).toMatchObject({
      ref: { token: `${code}%E0%A4%A` },
      shown: '/invite/-',
    })
  })

  it('a token of more than 4000 characters goes, and is none', () => {
    expect(open(`/i#token=${'a'.repeat(4000)}`).ref?.token).toHaveLength(4000)
    expect(open(`/i#token=${'a'.repeat(4001)}`)).toMatchObject({ link: undefined, shown: '/i' })
    expect(open(`/invite/A${'a'.repeat(4000)}`)).toMatchObject({
      link: undefined,
      shown: '/invite/-',
    })
  })

  it.each([
    ['ada+b@example.com', 'ada+b@example.com'],
    ['ada%2Bb%40example.com', 'ada+b@example.com'],
    ['1', undefined],
    ['@', undefined],
    ['', undefined],
    ['a%20b@example.com', undefined],
    [`${'a'.repeat(250)}@example.com`, undefined],
  ])('the address %s is %s', (text, email) => {
    expect(open(`/i#token=a&email=${text}`)).toMatchObject({ shown: '/i' })
    expect(open(`/i#token=a&email=${text}`).ref?.email).toBe(email)
  })

  it('whatever the address is, it never throws, and what it reads is gone from it', () => {
    const pieces = ['token=', 'email=', '/invite/', '#', '?', '&', '%', '%25', '=', '-', code, '/']
    const crafted = fc.array(fc.oneof(fc.constantFrom(...pieces), anyString), { maxLength: 10 })
    let read = 0
    fc.assert(
      fc.property(crafted, (all) => {
        const { ref, page } = open(`/${all.join('')}`.replaceAll(/^\/+/g, '/'))
        if (!ref) return
        read++
        // Two may have stood there, in the parameters and at the end of the path.
        expect(readInviteToken({ page })?.read().token).not.toBe('')
        expect(readInviteToken({ page })).toBeUndefined()
        const { search, hash } = page.location
        const parameters = [search.slice(1), hash.replace(/^#(?:[^?&=]*\?)?/, '')].join('&')
        expect(parameters.split('&')).not.toContainEqual(expect.stringMatching(/^token=./))
      }),
      runs,
    )
    expect(read).toBeGreaterThan(0)
  })
})

describe('where something is missing', () => {
  it('there is none on a server', () => {
    expect(readInviteToken()).toBeUndefined()
  })

  it('the link works though the address cannot be changed', () => {
    const { page } = pageAt(`${app}/i#token=a`)
    page.history.replaceState = () => {
      throw new Error('too often')
    }
    expect(readInviteToken({ page })?.read()).toEqual({ token: 'a' })
  })

  it('the link works without a storage, and cannot be kept', () => {
    const { page } = pageAt(`${app}/i?invite-kit=1#token=a`)
    Object.defineProperty(page, 'sessionStorage', {
      get() {
        throw new Error('denied')
      },
    })
    const link = readInviteToken({ page })
    expect(link?.read()).toEqual({ token: 'a' })
    expect(link?.keep()).toBeUndefined()
    const after = pageAt(`${app}/i?invite-kit=1`)
    Object.defineProperty(after.page, 'sessionStorage', { value: undefined })
    expect(readInviteToken({ page: after.page })).toBeUndefined()
  })
})

describe('on the way through a sign-in', () => {
  const sent = { token: code, email: 'mia@example.com' }

  it('the link comes back once, under a handle that tells nothing', () => {
    const { page, store, link } = open(`/invites/${code}?email=mia@example.com&lang=en#top`)
    const back = link?.keep() ?? ''
    expect(back).toBe('/invites/-?lang=en&invite-kit=7-7#top')
    expect(link?.keep()).toBe(back)
    expect([...store]).toEqual([['invite-kit:link:7-7', JSON.stringify(sent)]])

    const returned = pageAt(app + back, store)
    const again = readInviteToken({ page: returned.page })
    expect(again).toMatchObject({ kept: true, handle: link?.handle })
    expect(again?.read()).toEqual(sent)
    expect(returned.page.location.href).toBe(`${app}/invites/-?lang=en#top`)
    expect(store.size).toBe(0)

    const late = pageAt(app + back, store)
    expect(readInviteToken({ page: late.page })).toBeUndefined()
    expect(late.page.location.href).toBe(`${app}/invites/-?lang=en#top`)
    expect(page.location.href).toBe(`${app}/invites/-?lang=en#top`)
  })

  it('a link that came back can go again', () => {
    const { store, link } = open(`/i#token=a`)
    const first = pageAt(app + link?.keep(), store)
    const back = readInviteToken({ page: first.page })?.keep()
    const second = pageAt(`${app}${back}`, store)
    expect(readInviteToken({ page: second.page })?.read()).toEqual({ token: 'a' })
    expect(store.size).toBe(0)
  })

  it('a handle in the address is replaced by the new one', () => {
    const { page, store, link } = open('/i?a=1#token=a')
    page.history.replaceState(null, '', link?.keep() ?? '')
    expect(link?.keep()).toBe('/i?a=1&invite-kit=7-7')
    expect(store.size).toBe(1)
  })

  it('a new link counts before a kept one, which is gone as well', () => {
    const store = new Map([['invite-kit:link:1', '{"token":"old"}']])
    const { page } = pageAt(`${app}/i?invite-kit=1#token=new`, store)
    expect(readInviteToken({ page })).toMatchObject({ kept: false })
    expect(store.size).toBe(0)
  })

  it('the path to come back to stays on its host', () => {
    const { link } = open('//evil.example/i?token=a')
    expect(link?.keep()).toBe('/evil.example/i?invite-kit=7-7')
  })

  it.each(['', 'null', '1', '[]', '{}', '{"token":1}', '{"token":""}', 'x'])(
    'the entry %j is no link',
    (entry) => {
      const store = new Map([['invite-kit:link:1', entry]])
      const { page } = pageAt(`${app}/i?invite-kit=1`, store)
      expect(readInviteToken({ page })).toBeUndefined()
      expect(store.size).toBe(0)
    },
  )
})
