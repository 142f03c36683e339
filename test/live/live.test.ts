import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { owner } from '../../stories/live/server/auth.ts'
import { startLive } from '../../stories/live/server/live.ts'
import { liveThrough, origin, peopleOf, ways } from './flow.ts'

it.each(ways)(
  'a real server, %s, lives through invites, and keeps them over a restart',
  async (way) => {
    const folder = mkdtempSync(join(tmpdir(), 'invite-kit-live-'))
    const before = await startLive({ baseURL: origin, folder })
    const { email, token } = await liveThrough(before, way, owner)
    await before.close()

    const people = await peopleOf(await startLive({ baseURL: origin, folder }), way)
    const { invites } = await people.signIn(owner.email, owner.password)
    const { invites: rows } = await invites.list({})
    expect(rows).toContainEqual(expect.objectContaining({ email, status: 'pending' }))
    const barbara = await people.signUp(email)
    expect(await barbara.invites.accept({ token })).toMatchObject({ status: 'accepted' })
  },
  30_000,
)
