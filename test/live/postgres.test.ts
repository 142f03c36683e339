import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { owner } from '../../stories/live/server/auth.ts'
import { startLive } from '../../stories/live/server/live.ts'
import { startPostgres } from '../postgres.ts'
import { liveThrough, origin } from './flow.ts'

const postgres = await startPostgres()
afterAll(() => postgres?.stop())

it.skipIf(!postgres)(
  'the same server lives through the same on PostgreSQL',
  async () => {
    vi.stubEnv('DATABASE_URL', postgres?.url)
    const live = await startLive({
      baseURL: origin,
      folder: mkdtempSync(join(tmpdir(), 'invite-kit-')),
    })
    expect(await liveThrough(live, owner)).toMatch(/\w+/)
    await live.close()
  },
  60_000,
)
