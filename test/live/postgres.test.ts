import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { owner } from '../../stories/live/server/auth.ts'
import { startLive } from '../../stories/live/server/live.ts'
import { startPostgres } from '../postgres.ts'
import { liveThrough, origin, peopleOf, ways } from './flow.ts'

const postgres = await startPostgres()
afterAll(() => postgres?.stop())

it.skipIf(!postgres).each(ways)(
  'the same server, %s, lives through the same on PostgreSQL',
  async (way) => {
    vi.stubEnv('DATABASE_URL', postgres?.url)
    const folder = mkdtempSync(join(tmpdir(), 'invite-kit-'))
    const before = await startLive({ baseURL: origin, folder })
    const { email } = await liveThrough(before, way, owner)
    await before.close()

    const after = await startLive({ baseURL: origin, folder })
    const people = await peopleOf(after, way)
    const { invites } = await people.signIn(owner.email, owner.password)
    expect((await invites.list({ search: email })).invites).toHaveLength(1)
    await after.close()
  },
  60_000,
)
