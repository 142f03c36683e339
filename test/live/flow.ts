import { expect } from 'vitest'
import { InviteError } from '../../src/error.ts'
import { betterAuth, http, type Fetch } from '../../src/transports/index.ts'
import type { Live } from '../../stories/live/server/live.ts'
import { browserOf } from './browser.ts'

export const origin = 'http://localhost:6006'

const operations = [
  'create',
  'list',
  'resend',
  'revoke',
  'lookup',
  'accept',
  'decline',
  'viewer',
] as const

export const ways = ['through the handler', 'directly'] as const

/** Everybody around one live server, and all that it answers. */
export async function peopleOf(live: Live, way: (typeof ways)[number]) {
  const answers: string[] = []
  const handle = async (request: Request) => {
    const response = await live.handle(request)
    answers.push(await response.clone().text())
    return response
  }
  const asked = await handle(new Request(`${origin}/api/live/organization`))
  const { organizationId } = (await asked.json()) as { organizationId: string }
  const newcomer = () => {
    const fetch = browserOf(handle, origin)
    const invites =
      way === 'directly'
        ? betterAuth({ baseUrl: `${origin}/api/auth`, organizationId, fetch })
        : http({ url: `${origin}/api/invites`, operations, fetch })
    return { fetch, invites }
  }
  const post = (fetch: Fetch, path: string, body: unknown) =>
    fetch(`${origin}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    answers,
    newcomer,
    signIn: async (email: string, password: string) => {
      const person = newcomer()
      expect((await post(person.fetch, '/auth/sign-in/email', { email, password })).status).toBe(
        200,
      )
      return person
    },
    signUp: async (email: string) => {
      const person = newcomer()
      const signedUp = await post(person.fetch, '/auth/sign-up/email', {
        email,
        name: email,
        password: 'a-password-of-theirs',
      })
      expect(signedUp.status).toBe(200)
      return person
    },
    expire: (id: string) => post(newcomer().fetch, '/live/expire', { id }),
    /** The token of the newest mail to somebody. */
    tokenFor: async (email: string) => {
      const read = await newcomer().fetch(`${origin}/api/live/outbox`)
      const mails = (await read.json()) as { to: string; url: string }[]
      const url = mails.filter(({ to }) => to === email).at(-1)?.url ?? ''
      return new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? ''
    },
  }
}

export async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return InviteError.is(error) ? error.code : 'no refusal'
}

/** The whole life of invites on one server; `at` is where this run's people have their mail. Whom it leaves invited. */
export async function liveThrough(
  live: Live,
  way: (typeof ways)[number],
  owner: { email: string; password: string },
) {
  const at = `${way.replaceAll(' ', '-')}.example.com`
  const people = await peopleOf(live, way)
  const { invites } = await people.signIn(owner.email, owner.password)
  const invited = async (email: string) => {
    await invites.create({ email, role: 'member' })
    return people.tokenFor(email)
  }

  const accepted = await invited(`ada@${at}`)
  expect((await invites.list({ search: at })).invites).toMatchObject([
    { email: `ada@${at}`, status: 'pending' },
  ])
  expect(await codeOf(people.newcomer().invites.lookup({ token: accepted }))).toBe(
    'unauthenticated',
  )
  const stranger = await people.signUp(`mallory@${at}`)
  expect(await codeOf(stranger.invites.lookup({ token: accepted }))).toBe('wrong_account')
  expect(await codeOf(stranger.invites.accept({ token: accepted }))).toBe('wrong_account')
  const ada = await people.signUp(`ada@${at}`)
  expect(await ada.invites.viewer({})).toMatchObject({ email: `ada@${at}` })
  expect(await ada.invites.lookup({ token: accepted })).toMatchObject({ email: `ada@${at}` })
  expect(await ada.invites.accept({ token: accepted })).toMatchObject({ status: 'accepted' })
  expect(await codeOf(invites.create({ email: `ada@${at}`, role: 'member' }))).toBe(
    'already_member',
  )

  const declined = await invited(`alan@${at}`)
  const alan = await people.signUp(`alan@${at}`)
  await alan.invites.decline({ token: declined })
  expect(await codeOf(alan.invites.accept({ token: declined }))).toBe('not_found')

  const late = await invited(`grace@${at}`)
  const grace = await people.signUp(`grace@${at}`)
  await people.expire(late)
  expect(await codeOf(grace.invites.accept({ token: late }))).toBe('not_found')
  expect((await invites.list({ search: at })).invites).toMatchObject([
    { email: `grace@${at}`, status: 'expired' },
  ])

  const withdrawn = await invited(`edsger@${at}`)
  const edsger = await people.signUp(`edsger@${at}`)
  expect(await edsger.invites.lookup({ token: withdrawn })).toMatchObject({ status: 'pending' })
  await invites.revoke({ id: withdrawn })
  expect(await codeOf(edsger.invites.accept({ token: withdrawn }))).toBe('not_found')

  const kept = await invited(`barbara@${at}`)
  expect(await codeOf(people.newcomer().invites.list({}))).toBe('unauthenticated')
  expect(await codeOf(ada.invites.create({ email: `eve@${at}`, role: 'member' }))).toBe('forbidden')
  expect(people.answers.join()).not.toContain('protects-nothing')
  return { email: `barbara@${at}`, token: kept }
}
