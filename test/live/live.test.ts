import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { owner } from '../../stories/live/server/auth.ts'
import { startLive } from '../../stories/live/server/live.ts'
import { liveThrough, origin, peopleOf } from './flow.ts'

it('a real server lives through invites, and keeps them over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'invite-kit-live-'))
  const kept = await liveThrough(await startLive({ baseURL: origin, folder }), owner)

  const people = peopleOf(await startLive({ baseURL: origin, folder }))
  const { invites } = await people.signIn(owner.email, owner.password)
  const { invites: rows } = await invites.list({})
  expect(rows.map(({ email }) => email)).toContain('barbara@example.com')
  const barbara = await people.signUp('barbara@example.com')
  expect(await barbara.invites.accept({ token: kept })).toMatchObject({ status: 'accepted' })
}, 30_000)
