import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Redis {
  /** Of the socket that it listens on: no port that another could take. */
  path: string
  stop: () => void
}

const program = '/usr/bin/redis-server'

/** A Redis of its own, from Debian's packages; undefined where it cannot be had, which in CI is a failure. */
export async function startRedis(): Promise<Redis | undefined> {
  if (!existsSync(program)) install()
  if (!existsSync(program)) {
    if (process.env.CI === 'true') throw new Error('No Redis, and none could be installed.')
    console.warn('No Redis: its tests are skipped.')
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'invite-kit-redis-'))
  const path = join(folder, 'socket')
  const server = spawn(program, ['--port', '0', '--unixsocket', path, '--save', ''], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  for await (const line of createInterface(server.stdout))
    if (/ready to accept connections/i.test(line)) return { path, stop }
  stop()
  throw new Error('Redis ended before it was ready.')
}

function install(): void {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], { env })
}
