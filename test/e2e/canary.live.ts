import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'
import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { startDevServer } from '../live/devServer.ts'
import { enter, flowPath, invite, title } from '../live/steps.ts'
import { builds, ports } from './servers.ts'
import { answersIn, listen, placesOf, readableIn, type Evidence } from './canaryEvidence.ts'

const port = ports.canary
test.use({ baseURL: `http://localhost:${port}` })

/** The server's secret, what the invitee types, and something that is let out on purpose. */
const secret = 'canary-secret-7f3a9c1e5b2d4860-of-better-auth'
const password = 'canary-password-2c8e'
const planted = 'canary-planted-91d0'

const auth = '/api/auth'
/** Where an invite's token has to be, since better-auth takes its id for it: nowhere else may it be. */
const inviteToken = {
  server: {
    owner: ['DOM', 'body of /api/invites/create', 'body of /api/live/outbox'],
    guest: [],
  },
  'better-auth': {
    owner: ['DOM', `body of ${auth}/organization/invite-member`, 'body of /api/live/outbox'],
    guest: [
      `body of ${auth}/organization/accept-invitation`,
      `body of ${auth}/organization/get-invitation`,
      `query of ${auth}/organization/get-invitation`,
    ],
  },
}

for (const [provider, tokenPlaces] of Object.entries(inviteToken))
  test(`${provider}: no credential is in any answer, script, store or log`, async ({ browser }) => {
    test.setTimeout(180_000)
    const folder = mkdtempSync(join(tmpdir(), 'invite-kit-canary-'))
    const server = await startDevServer(port, { LIVE_DATA: folder, BETTER_AUTH_SECRET: secret })
    const visitor = async (name: string) => {
      const evidence: Evidence[] = []
      const har = join(folder, `${name}.har`)
      const context = await browser.newContext({ recordHar: { path: har, content: 'embed' } })
      const page = await context.newPage()
      await listen(page, evidence)
      return {
        context,
        page,
        evidence,
        look: async () => evidence.push(...(await readableIn(page))),
        leave: async () => {
          await context.close()
          evidence.push(...answersIn(har))
        },
      }
    }
    const owner = await visitor('owner')
    const guest = await visitor('guest')
    let link: string
    try {
      await owner.page.goto(flowPath(provider))
      await enter(owner.page)
      link = await invite(owner.page, 'ada@example.com')
      await owner.look()

      await guest.page.goto(flowPath(provider) + link)
      await guest.page.getByRole('button', { name: 'Sign in' }).click()
      await guest.look()
      await enter(guest.page, 'ada@example.com', password)
      await expect(title(guest.page)).toHaveText('Join Analytical Engines')
      await guest.look()
      await guest.page.getByRole('button', { name: /^Accept/ }).click()
      await expect(guest.page.getByRole('main')).toHaveAttribute('data-status', 'accepted')
      await guest.look()
    } finally {
      await server.stop()
    }
    const token = new URLSearchParams(link.slice(1)).get('token') ?? ''
    const sessions = await Promise.all([owner, guest].map(({ context }) => sessionOf(context)))
    await plant(owner.page)
    await owner.look()
    await Promise.all([owner.leave(), guest.leave()])
    const log = { where: 'server log', text: server.log() }
    const all = [...owner.evidence, ...guest.evidence, log]

    // Secrets of the server and of people are nowhere.
    for (const one of [secret, password, ...(await hashesIn(folder))])
      expect(placesOf(one, all)).toEqual([])
    // A session goes to the one whom it belongs to, and there into a cookie that no script can read. Its token without
    // the signature, which opens nothing, is in what better-auth itself answers that person.
    for (const [index, { cookie, signed }] of sessions.entries()) {
      const entered = `${auth}/${['sign-in', 'sign-up'][index]}/email`
      expect(placesOf(cookie, all)).toEqual([`set-cookie of ${entered}`])
      const bodies = [`body of ${auth}/get-session`, `body of ${entered}`]
      expect(placesOf(signed, all)).toEqual([...bodies, `set-cookie of ${entered}`])
    }
    expect(placesOf(token, owner.evidence)).toEqual(tokenPlaces.owner)
    expect(placesOf(token, guest.evidence)).toEqual(tokenPlaces.guest)
    expect(placesOf(token, [log])).toEqual([])

    // The search finds what there is.
    expect(placesOf(planted, owner.evidence)).toEqual([...plantedIn])
    expect(placesOf('better-auth, directly', all)).toContain('body of /stories/live/ServerFlow.tsx')
    expect(log.text).toContain('[Better Auth]')
  })

test('the static build holds nothing of the server', () => {
  const built = fileURLToPath(new URL(`../../${builds}/storybook`, import.meta.url))
  const files = readdirSync(built, { recursive: true, withFileTypes: true })
  const evidence = files
    // The README, which is one of the pages, names what the server can be given.
    .filter((file) => file.isFile() && !file.name.startsWith('Readme-'))
    .map(({ parentPath, name }) => ({
      where: name,
      text: readFileSync(join(parentPath, name), 'utf8'),
    }))
  for (const secretly of ['protects-nothing', 'BETTER_AUTH_SECRET', 'DATABASE_URL', secret])
    expect(placesOf(secretly, evidence)).toEqual([])
  expect(placesOf('better-auth, directly', evidence)).toHaveLength(1)
})

/** The session of a person, which the handler acts with: the cookie as it is, and the token that is signed in it. */
async function sessionOf(context: BrowserContext) {
  const cookies = await context.cookies()
  const found = cookies.find(({ name }) => name === 'better-auth.session_token')
  expect(found).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const { value: cookie = '' } = found ?? {}
  const [signed = ''] = decodeURIComponent(cookie).split('.')
  expect(signed).toMatch(/^\w{32}$/)
  return { cookie, signed }
}

/** What the database keeps of passwords. */
async function hashesIn(folder: string): Promise<string[]> {
  const database = createClient({ url: `file:${join(folder, 'live.db')}` })
  const { rows } = await database.execute('select password from account')
  database.close()
  expect(rows).toHaveLength(2)
  return rows.map(({ password: hash }) => hash as string)
}

const plantedIn = [
  'DOM',
  'address',
  'cacheStorage',
  'console',
  'cookie',
  'history state',
  'indexedDB',
  'localStorage',
  'page error',
  'sessionStorage',
]

async function plant(page: Page) {
  const thrown = page.waitForEvent('pageerror')
  await page.evaluate(async (text) => {
    document.body.dataset.planted = text
    document.cookie = `planted=${text}`
    history.replaceState({ text }, '', `#${text}`)
    localStorage.setItem('planted', text)
    sessionStorage.setItem('planted', text)
    await caches.open(text)
    await new Promise<void>((resolve) => {
      const opening = indexedDB.open('planted')
      opening.addEventListener('upgradeneeded', () =>
        opening.result.createObjectStore('planted').add({ text }, 1),
      )
      opening.addEventListener('success', () => {
        opening.result.close()
        resolve()
      })
    })
    console.warn({ text }.text)
    queueMicrotask(() => {
      throw new Error(text)
    })
  }, planted)
  await thrown
}
