import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStorage, type Storage } from 'unstorage'
import fs from 'unstorage/drivers/fs'
import redis from 'unstorage/drivers/redis'

/** Where a store keeps its values, in plain words, so that another process can open it too. */
export type Place = { fs: string } | { redis: string }

export function openStore(place: Place): Storage {
  const driver = 'fs' in place ? fs({ base: place.fs }) : redis({ path: place.redis, base: 'test' })
  return createStorage({ driver })
}

/** A folder of its own, and how to take it away. */
export function folder(): { place: Place; clear: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'invite-kit-ledger-'))
  return { place: { fs: path }, clear: () => rmSync(path, { recursive: true }) }
}
