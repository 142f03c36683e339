import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Postgres {
  url: string
  stop: () => void
}

/**
 * A PostgreSQL of its own on a free port, from Debian's packages; undefined where it cannot be had, which in CI is a
 * failure.
 */
export async function startPostgres(): Promise<Postgres | undefined> {
  const bin = found() ?? (install() ? found() : undefined)
  if (!bin) {
    if (process.env.CI === 'true') throw new Error('No PostgreSQL, and none could be installed.')
    console.warn('No PostgreSQL: its tests are skipped.')
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'invite-kit-pg-'))
  const port = await freePort()
  const root = process.getuid?.() === 0
  // The server refuses to run as root.
  if (root) execFileSync('chown', ['postgres', folder])
  const run = (command: string, ...args: string[]) =>
    root
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, command), ...args], {
          stdio: 'ignore',
        })
      : execFileSync(join(bin, command), args, { stdio: 'ignore' })
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'kit', '-A', 'trust', '-N')
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -k ${folder} -h 127.0.0.1`,
    'start',
  )
  return {
    url: `postgres://kit@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function found(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  return readdirSync(root)
    .map((version) => join(root, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
}

function install(): boolean {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env })
  const { status } = spawnSync(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'postgresql'],
    { env },
  )
  return status === 0
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
