import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

export interface DevServer {
  origin: string
  /** All that it has written so far. */
  log: () => string
  /** Ends when nothing of it runs any more. */
  stop: () => Promise<void>
}

/** What `npm start` starts, with a port and a database of its own. Ends when it answers. */
export async function startDevServer(
  port: number,
  env: { LIVE_DATA: string; BETTER_AUTH_SECRET?: string },
): Promise<DevServer> {
  // A group of its own, since npm starts what it starts as a child.
  const child = spawn('npm', ['start', '--', '-p', String(port), '--exact-port', '--ci'], {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, ...env },
    detached: true,
  })
  let log = ''
  child.stdout.on('data', (chunk) => (log += String(chunk)))
  child.stderr.on('data', (chunk) => (log += String(chunk)))
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid)
    return closed
  }
  const origin = `http://localhost:${port}`
  const answers = () =>
    fetch(`${origin}/index.json`).then(
      ({ ok }) => ok,
      () => false,
    )
  // The time limit of the test bounds it.
  // oxlint-disable-next-line no-await-in-loop
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`The development server ended.\n${log}`)
    // oxlint-disable-next-line no-await-in-loop
    await setTimeout(100)
  }
  return { origin, log: () => log, stop }
}
