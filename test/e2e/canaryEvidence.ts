import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** A piece of what was let out, and where. */
export interface Evidence {
  where: string
  text: string
}

/** Where a secret stands, each place once. */
export function placesOf(secret: string, evidence: Evidence[]): string[] {
  const forms = [secret, encodeURIComponent(secret), decodeURIComponent(secret)]
  const found = evidence.filter(({ text }) => forms.some((form) => text.includes(form)))
  return [...new Set(found.map(({ where }) => where))].toSorted()
}

/** Collects what a page says while it lives. */
export async function listen(page: Page, evidence: Evidence[]): Promise<void> {
  // Only what is read of an answer is recorded, and the page itself does not read all.
  await page.addInitScript(() => {
    const { fetch } = globalThis
    globalThis.fetch = async (...args) => {
      const response = await fetch(...args)
      await response.clone().arrayBuffer()
      return response
    }
  })
  page.on('console', (message) => evidence.push({ where: 'console', text: message.text() }))
  page.on('pageerror', (error) =>
    evidence.push({ where: 'page error', text: `${error.message}\n${error.stack}` }),
  )
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) =>
      evidence.push({ where: 'web socket', text: String(payload) }),
    ),
  )
}

/** All that a script could read in a page now: what it shows, where it is, and what the browser keeps for it. */
export async function readableIn(page: Page): Promise<Evidence[]> {
  const found = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const rows = databases.map(
      ({ name = '' }) =>
        new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.addEventListener('error', () => reject(opening.error ?? new Error(name)))
          opening.addEventListener('success', () => {
            const stores = [...opening.result.objectStoreNames]
            if (stores.length === 0) return resolve([])
            const transaction = opening.result.transaction(stores)
            const reads = stores.map((store) => transaction.objectStore(store).getAll())
            transaction.addEventListener('complete', () => {
              opening.result.close()
              resolve(reads.map(({ result }) => result as unknown))
            })
          })
        }),
    )
    return {
      DOM: document.documentElement.outerHTML,
      address: `${location.href} ${document.referrer} ${document.title}`,
      'history state': JSON.stringify(history.state),
      cookie: document.cookie,
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      indexedDB: JSON.stringify(await Promise.all(rows)),
      cacheStorage: JSON.stringify(await caches.keys()),
    }
  })
  return Object.entries(found).map(([where, text]) => ({ where, text }))
}

interface Har {
  log: {
    entries: {
      request: { url: string; headers: { name: string; value: string }[] }
      response: {
        status: number
        headers: { name: string; value: string }[]
        content: { text?: string; encoding?: 'base64' }
      }
    }[]
  }
}

/** Every answer that a browser got, as Playwright recorded it, and what it told about where it was. */
export function answersIn(file: string): Evidence[] {
  const { log } = JSON.parse(readFileSync(file, 'utf8')) as Har
  return log.entries.flatMap(({ request, response }) => {
    const { pathname, search } = new URL(request.url)
    const { text, encoding = 'utf8' } = response.content
    // 101 is a web socket, which is listened to.
    if (text === undefined && response.status === 200)
      throw new Error(`The answer of ${request.url} was not recorded.`)
    const headers = response.headers.map(({ name, value }) => ({
      where: `${name.toLowerCase()} of ${pathname}`,
      text: value,
    }))
    const referer = request.headers.find(({ name }) => name.toLowerCase() === 'referer')?.value
    return [
      { where: `body of ${pathname}`, text: Buffer.from(text ?? '', encoding).toString() },
      { where: `query of ${pathname}`, text: search },
      { where: `referer to ${pathname}`, text: referer ?? '' },
      ...headers,
    ]
  })
}
