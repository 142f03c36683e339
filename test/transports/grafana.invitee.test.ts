import { describe, expect, test } from 'vitest'
import type { InviteErrorCode } from '../../src/error.js'
import { json } from '../emulators/emulator.ts'
import type { GrafanaServer } from '../emulators/grafanaState.ts'
import { ana, baseUrl, bodyOf, failure, setUp } from './grafanaSetUp.ts'

const answers = { username: 'ana', password: 'S3cret pass!', name: 'Ana' }

async function invited(server: GrafanaServer = {}, input: object = {}) {
  const all = setUp(server)
  const { invite } = await all.transport.create({ ...ana, name: 'Ana Ruiz', ...input })
  all.requests.length = 0
  return { ...all, token: invite?.id ?? '' }
}

describe('the invitee', () => {
  test('sees what the invite knows, and what is asked', async () => {
    const { transport, token } = await invited()
    expect(await transport.lookup({ token })).toEqual({
      status: 'pending',
      email: 'ana@acme.test',
      organization: 'Main Org.',
      invitedBy: undefined,
      asks: [
        { name: 'name', required: false, value: 'Ana Ruiz' },
        { name: 'username', required: true, value: 'ana@acme.test' },
        { name: 'password', required: true, secret: 'new' },
      ],
    })
  })

  test('sees no organization on 9.3', async () => {
    const { transport, token } = await invited({ release: '9.3' })
    expect((await transport.lookup({ token })).organization).toBeUndefined()
  })

  test('sees no address where a login was invited', async () => {
    const { transport, token } = await invited({}, { email: 'ana' })
    const preview = await transport.lookup({ token })
    expect(preview.email).toBeUndefined()
    expect(preview.asks).toContainEqual({ name: 'username', required: true, value: 'ana' })
  })

  test('is not sent the credential of the inviter', async () => {
    const { transport, token, requests } = await invited()
    await transport.lookup({ token })
    await transport.accept({ token, ...answers })
    expect(requests).toHaveLength(2)
    expect(requests.filter(({ headers }) => headers.has('authorization'))).toEqual([])
  })

  test('is told not_found for an unknown and for a closed invite', async () => {
    const { transport, token } = await invited()
    await transport.revoke({ id: token })
    for (const gone of [token, 'unknown'])
      expect((await failure(transport.lookup({ token: gone }))).code).toBe('not_found')
  })

  test('becomes a user of the organization with the role of the invite', async () => {
    const { transport, token, state, requests } = await invited()
    expect(await transport.accept({ token, ...answers, username: ' ana ' })).toEqual({
      status: 'accepted',
      url: `${baseUrl}/`,
    })
    expect(await bodyOf(requests.at(-1))).toEqual({
      inviteCode: token,
      email: 'ana@acme.test',
      ...answers,
    })
    expect(state.users[1]).toEqual({
      id: 2,
      login: 'ana',
      email: 'ana@acme.test',
      name: 'Ana',
      password: 'S3cret pass!',
    })
    expect(state.orgs[0]?.members).toContainEqual({ userId: 2, role: 'Editor' })
    expect(state.invites[0]?.status).toBe('Completed')
  })

  test('cannot take another address than the invited one, on servers that allow it either (CVE-2022-39306)', async () => {
    const { transport, token, state } = await invited({ release: '9.1' })
    await transport.accept({ token, ...answers, email: 'mallory@evil.test' })
    expect(state.users[1]?.email).toBe('ana@acme.test')
  })

  test('brings the address where a login was invited', async () => {
    const { transport, token, state } = await invited({}, { email: 'ana' })
    const error = await failure(transport.accept({ token, ...answers }))
    expect(error).toMatchObject({
      code: 'invalid_input',
      outcome: 'not_sent',
      fields: { email: 'required' },
    })
    const refused = await failure(transport.accept({ token, ...answers, email: 'ana' }))
    expect(refused).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(refused.fields).toHaveProperty('email')
    await transport.accept({ token, ...answers, email: 'ana@acme.test' })
    expect(state.users[1]?.email).toBe('ana@acme.test')
  })

  test('who was shown the invite accepts it with one request', async () => {
    const { transport, token, calls } = await invited()
    await transport.lookup({ token })
    await transport.accept({ token, ...answers })
    expect(calls()).toEqual([`GET /api/user/invite/${token}`, 'POST /api/user/invite/complete'])
  })

  test('must choose a username and a password', async () => {
    const { transport, token, requests } = await invited()
    const error = await failure(transport.accept({ token, username: ' ', password: '' }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent' })
    expect(error.fields).toEqual({ username: 'required', password: 'required' })
    expect(requests).toEqual([])
  })

  test.each<[string, InviteErrorCode, (all: Awaited<ReturnType<typeof invited>>) => unknown]>([
    ['revoked', 'revoked', ({ transport, token }) => transport.revoke({ id: token })],
    ['expired', 'expired', ({ clock }) => (clock.time += 2 * 86_400_000)],
    [
      'accepted',
      'already_accepted',
      ({ transport, token }) => transport.accept({ token, ...answers }),
    ],
  ])('of an invite that was %s after it was looked at is told so', async (_, code, close) => {
    const all = await invited()
    const { email } = await all.transport.lookup({ token: all.token })
    await close(all)
    const users = all.state.users.length
    const error = await failure(all.transport.accept({ token: all.token, email, ...answers }))
    expect(error).toMatchObject({ code, outcome: 'not_sent', status: 412 })
    expect(all.state.users).toHaveLength(users)
  })

  test('of an invite that is gone is told not_found, with and without an address', async () => {
    const { transport } = await invited()
    for (const email of [undefined, 'ana@acme.test']) {
      const error = await failure(transport.accept({ token: 'unknown', email, ...answers }))
      expect(error).toMatchObject({ code: 'not_found', outcome: 'not_sent' })
    }
  })

  test('of an invite that cannot be looked at has certainly not accepted', async () => {
    const { transport, token, detour, calls } = await invited()
    detour.answer = () => json({ message: 'x' }, 500)
    const error = await failure(transport.accept({ token, email: 'ana@acme.test', ...answers }))
    expect(error).toMatchObject({ code: 'unavailable', outcome: 'not_sent' })
    expect(calls()).toEqual([`GET /api/user/invite/${token}`])
  })

  test('with a username in use is asked for another one', async () => {
    const { transport, token } = await invited()
    const error = await failure(transport.accept({ token, ...answers, username: 'admin' }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent', status: 412 })
    expect(error.fields).toHaveProperty('username')
    await expect(transport.accept({ token, ...answers })).resolves.toMatchObject({
      status: 'accepted',
    })
  })

  test('with another address than the server finds in the invite is wrong_account', async () => {
    const { transport, token, detour } = await invited()
    detour.answer = (called) =>
      called.startsWith('GET') ? json({ email: 'bo@acme.test', username: 'bo' }) : undefined
    const error = await failure(transport.accept({ token, ...answers }))
    expect(error).toMatchObject({ code: 'wrong_account', outcome: 'not_sent', status: 400 })
  })

  test('whose answer is lost is told that the outcome is unknown', async () => {
    const { transport, token, detour } = await invited()
    detour.answer = (called) =>
      called.startsWith('POST')
        ? json({ message: 'Failed to set org as active', traceID: 'a1' }, 500)
        : undefined
    const error = await failure(transport.accept({ token, ...answers }))
    expect(error).toMatchObject({ code: 'unavailable', outcome: 'unknown', requestId: 'a1' })
  })

  test('never finds the token or the password in an error', async () => {
    const { transport, token, detour } = await invited()
    const words = { message: `no ${token} with ${answers.password}` }
    detour.answer = (called) => (called.startsWith('POST') ? json(words, 412) : undefined)
    const completing = JSON.stringify(await failure(transport.accept({ token, ...answers })))
    detour.answer = () => json({ message: `no ${token}` }, 500)
    const looking = JSON.stringify(await failure(transport.lookup({ token })))
    expect(completing).toContain('[redacted]')
    expect(completing).not.toContain(token)
    expect(completing).not.toContain('S3cret')
    expect(looking).not.toContain(token)
  })
})
