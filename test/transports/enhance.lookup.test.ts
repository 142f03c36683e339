import { describe, expect, test } from 'vitest'
import { json } from '../emulators/emulator.ts'
import { failure, invited, owner, password } from './enhanceSetUp.ts'

const asked = [{ name: 'password', required: true, secret: 'either' }]

describe('lookup', () => {
  test('shows what the panel tells, the address by the link, and asks for a password', async () => {
    const { visitor, ref, calls } = await invited()
    expect(await visitor().lookup(ref)).toEqual({
      status: 'pending',
      email: 'ana@acme.test',
      organization: 'Blue Hosting',
      role: 'SuperAdmin',
      asks: asked,
    })
    expect(calls()).toEqual([`POST /api/invites/${ref.token}/validate`, 'GET /api/login'])
  })

  test('sends no body, and none of the credentials of the inviter', async () => {
    const { transport, ref, requests } = await invited()
    await transport.lookup(ref)
    expect(await requests[0]?.text()).toBe('')
    expect(requests.filter(({ headers }) => headers.has('authorization'))).toEqual([])
  })

  test('asks nothing of the invitee who is signed in', async () => {
    const { visitor, ref } = await invited('known')
    const email = 'Owner@ACME.test'
    expect(await visitor(owner).lookup({ ...ref, email })).toMatchObject({ email, asks: [] })
  })

  test('asks for a password where somebody else is signed in', async () => {
    const { visitor, ref } = await invited()
    expect((await visitor(owner).lookup(ref)).asks).toEqual(asked)
  })

  test('of a link without an address asks nothing of whoever is signed in', async () => {
    const { visitor, ref } = await invited('known')
    const { email, asks } = await visitor(owner).lookup({ token: ref.token })
    expect({ email, asks }).toEqual({ email: undefined, asks: [] })
    expect((await visitor().lookup({ token: ref.token })).asks).toEqual(asked)
  })

  test('does without the session where that cannot be read', async () => {
    const { visitor, ref, detour } = await invited('known')
    detour.answer = (called) =>
      called === 'GET /api/login' ? json({ code: 'internal' }, 500) : undefined
    expect((await visitor(owner).lookup(ref)).asks).toEqual(asked)
  })

  test('changes nothing', async () => {
    const { visitor, ref, state } = await invited()
    const before = structuredClone({ ...state, calls: [] })
    await visitor(owner).lookup(ref)
    expect({ ...state, calls: [] }).toEqual(before)
  })

  test.each(['used', 'withdrawn', 'expired', 'unknown'])(
    'of a link that is %s is not_found',
    async (why) => {
      const { transport, visitor, ref, member, clock } = await invited()
      if (why === 'used') await visitor().accept({ ...ref, password })
      if (why === 'withdrawn') await transport.revoke({ id: member?.id ?? '' })
      if (why === 'expired') clock.time += 864_000_000
      const token = why === 'unknown' ? ref.token.replace(/.$/, 'f') : ref.token
      const error = await failure(visitor().lookup({ ...ref, token }))
      expect(error).toMatchObject({ code: 'not_found', status: undefined, outcome: undefined })
    },
  )

  test('of a mangled link is not_found, in plain text', async () => {
    const { visitor, ref } = await invited()
    const error = await failure(visitor().lookup({ ...ref, token: ref.token.slice(1) }))
    expect(error).toMatchObject({ code: 'not_found', status: 404 })
    expect(error.message).toContain('UUID parsing failed')
  })
})
