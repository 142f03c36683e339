import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { baseUrl, bodyOf, failure, invited, owner, password } from './enhanceSetUp.ts'

describe('accept', () => {
  test('A: sets the password of somebody new, in their language, and signs them in', async () => {
    const { visitor, ref, state, requests, member } = await invited()
    const page = visitor(undefined, { locale: 'de' })
    expect(await page.accept({ ...ref, password })).toEqual({
      status: 'accepted',
      url: `${baseUrl}/`,
    })
    expect(await bodyOf(requests[0])).toEqual({ email: 'ana@acme.test', password, locale: 'de' })
    expect(member?.isActive).toBe(true)
    expect(state.logins[1]?.password).toBe(password)
    expect(await page.viewer({})).toMatchObject({ email: 'ana@acme.test' })
  })

  test('A: names the password where the panel does not take it', async () => {
    const { visitor, ref, member, calls } = await invited()
    const error = await failure(visitor().accept({ ...ref, password: 'short' }))
    expect(error).toMatchObject({ code: 'invalid_input', outcome: 'not_sent', status: 400 })
    expect(error.fields).toEqual({ password: 'The password must have 8 characters at least' })
    expect(member?.isActive).toBe(false)
    expect(calls()).toHaveLength(1)
  })

  test('B: checks the password of somebody who has an account', async () => {
    const { visitor, ref, state, member } = await invited('known')
    await visitor().accept({ ...ref, password: 'owner-pass' })
    expect(member?.isActive).toBe(true)
    expect(state.logins).toHaveLength(1)
  })

  test.each([401, 403] as const)(
    'B: tells a wrong password, answered %i',
    async (wrongPassword) => {
      const { visitor, ref, member } = await invited('known', { wrongPassword })
      const error = await failure(visitor().accept({ ...ref, password }))
      expect(error).toMatchObject({
        code: 'invalid_input',
        outcome: 'not_sent',
        status: wrongPassword,
        fields: { password: 'wrong password' },
      })
      expect(member?.isActive).toBe(false)
    },
  )

  test('C: of the invitee who is signed in takes no body', async () => {
    const { visitor, ref, member, requests } = await invited('known')
    await visitor(owner).accept(ref)
    expect(member?.isActive).toBe(true)
    expect(await requests[0]?.text()).toBe('')
    expect(requests[0]?.headers.has('content-type')).toBe(false)
  })

  test.each([
    ['with a password', { password }],
    ['without one', {}],
    ['without an address', { email: undefined }],
  ])('D: with the session of somebody else is wrong_account, %s', async (_, answers) => {
    const { visitor, ref, member, state } = await invited()
    const error = await failure(visitor(owner).accept({ ...ref, ...answers }))
    expect(error).toMatchObject({ code: 'wrong_account', outcome: 'not_sent', status: 403 })
    expect(error.fields).toBeUndefined()
    expect(member?.isActive).toBe(false)
    expect(state.logins[1]?.password).toBeUndefined()
  })

  test('is unauthenticated where the session is gone that was to do without a password', async () => {
    const { visitor, ref } = await invited()
    const error = await failure(visitor().accept(ref))
    expect(error).toMatchObject({ code: 'unauthenticated', outcome: 'not_sent' })
  })

  test('is unauthenticated, and no wrong password, where a session has ended', async () => {
    const { visitor, ref, calls } = await invited()
    const error = await failure(visitor('old.session.jwt').accept({ ...ref, password }))
    expect(error).toMatchObject({ code: 'unauthenticated', outcome: 'not_sent', status: 401 })
    expect(error.fields).toBeUndefined()
    expect(calls()).toHaveLength(1)
  })

  test('refused with 403, nobody signed in and no password given, is unauthenticated', async () => {
    const { visitor, ref, detour } = await invited()
    detour.answer = (called) =>
      called.startsWith('POST') ? json({ code: 'unauthorized' }, 403) : undefined
    expect((await failure(visitor().accept(ref))).code).toBe('unauthenticated')
  })

  test('refused with 403 stays forbidden where who is signed in cannot be read, or explains nothing', async () => {
    const { visitor, ref, detour } = await invited('known')
    const refused = json({ code: 'unauthorized', message: 'No.' }, 403)
    detour.answer = (called) => (called.startsWith('POST') ? refused.clone() : undefined)
    const own = await failure(visitor(owner).accept(ref))
    detour.answer = (called) =>
      called.startsWith('POST') ? refused.clone() : json({ code: 'internal' }, 500)
    const unread = await failure(visitor(owner).accept({ ...ref, password }))
    for (const error of [own, unread]) {
      expect(error).toMatchObject({ code: 'forbidden', outcome: 'not_sent' })
      expect(error.message).toContain('No.')
      expect(error.fields).toBeUndefined()
    }
  })

  test.each([
    ['email', { email: undefined, password }],
    ['password', { password: ' ' }],
  ])('with a password needs %s, and says so before any request', async (field, answers) => {
    const { visitor, ref, calls } = await invited()
    const error = await failure(visitor().accept({ ...ref, ...answers }))
    expect(error).toMatchObject({ code: 'invalid_input', fields: { [field]: 'required' } })
    expect(error.outcome).toBe('not_sent')
    expect(calls()).toEqual([])
  })

  test('of a link that is used or mangled is not_found', async () => {
    const { visitor, ref } = await invited()
    await visitor().accept({ ...ref, password })
    for (const token of [ref.token, 'mangled'])
      // oxlint-disable-next-line no-await-in-loop
      expect(await failure(visitor().accept({ ...ref, token, password }))).toMatchObject({
        code: 'not_found',
        outcome: 'not_sent',
      })
  })

  test('whose answer is lost has an unknown outcome', async () => {
    const { visitor, ref, detour } = await invited()
    detour.answer = () => json({ code: 'internal' }, 500)
    expect(await failure(visitor().accept({ ...ref, password }))).toMatchObject({
      code: 'unavailable',
      outcome: 'unknown',
    })
  })

  test('never has the token or the password in an error', async () => {
    const { visitor, ref, detour } = await invited()
    for (const status of [400, 401, 403, 500]) {
      detour.answer = () =>
        json({ code: 'x', message: `password ${password} of ${ref.token}` }, status)
      // oxlint-disable-next-line no-await-in-loop
      const said = JSON.stringify(await failure(visitor().accept({ ...ref, password })))
      expect(said).toContain('[redacted]')
      expect(said).not.toContain(ref.token)
      expect(said).not.toContain('S3cret')
    }
  })

  test('rejects with the reason of the caller who leaves while a refusal is looked into', async () => {
    const { visitor, ref, detour } = await invited('known')
    const controller = new AbortController()
    const reason = new Error('the page is left')
    detour.answer = (called) => {
      if (called === 'GET /api/login') controller.abort(reason)
      return undefined
    }
    const call = visitor().accept({ ...ref, password }, { signal: controller.signal })
    await expect(call).rejects.toBe(reason)
  })
})
