import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'
import { build, type InlineConfig } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchOptions } from '../browser.ts'
import { oldest } from '../oldest/alias.ts'
import type { answer } from './server.tsx'

/** The server as it is when it has just begun: with nothing loaded, and with one renderer. */
function fresh(path: string): { answer: typeof answer } {
  const require = createRequire(import.meta.url)
  for (const loaded of Object.keys(require.cache))
    if (loaded.startsWith(dirname(path))) delete require.cache[loaded]
  return require(path) as { answer: typeof answer }
}

/** Holds back what the page asks for until it is let through. */
async function held(page: Page, what: string) {
  let letThrough = () => {}
  const opened = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(what, async (route) => {
    await opened
    await route.continue()
  })
  return letThrough
}

const paste = (page: Page, text: string) =>
  page.getByLabel('E-mail addresses').evaluate((input, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    input.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(launchOptions)
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => browser.close())

describe.each([
  ['19', {}],
  ['18', oldest],
])(
  'rendered as a stream on the server by React %s, and hydrated in StrictMode',
  (version, alias) => {
    const folder = mkdtempSync(join(tmpdir(), 'invite-kit-ssr-'))
    let server: Server
    let html = ''
    beforeAll(async () => {
      const config: InlineConfig = {
        configFile: false,
        logLevel: 'error',
        root: import.meta.dirname,
        resolve: { alias },
        // What React warns of, it warns of in development.
        define: { 'process.env.NODE_ENV': '"development"' },
      }
      const output = { entryFileNames: '[name].js' }
      await build({
        ...config,
        build: {
          outDir: join(folder, 'client'),
          rolldownOptions: { input: join(import.meta.dirname, 'client.tsx'), output },
        },
      })
      await build({
        ...config,
        ssr: { noExternal: true },
        build: {
          outDir: join(folder, 'server'),
          ssr: join(import.meta.dirname, 'server.tsx'),
          rolldownOptions: { output: { format: 'cjs', entryFileNames: 'server.cjs' } },
        },
      })
      server = createServer((request, response) => {
        const [, way, reads] = /^\/(pipeable|readable)\/(\w+)$/.exec(request.url ?? '') ?? []
        response.setHeader('content-type', way ? 'text/html' : 'text/javascript')
        if (!way) {
          response.end(readFileSync(join(folder, 'client', request.url ?? '')))
          return
        }
        html = ''
        const write = (piece: string) => {
          html += piece
          response.write(piece)
        }
        void fresh(join(folder, 'server/server.cjs'))
          .answer(way === 'readable' ? way : 'pipeable', reads === 'read', write)
          .then(() => response.end())
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    }, 60_000)
    afterAll(() => {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    })

    const opened = async (prepare: (page: Page) => Promise<unknown>) => {
      const page = await browser.newPage()
      await prepare(page)
      const { port } = server.address() as AddressInfo
      await page.goto(`http://127.0.0.1:${port}/pipeable/read`, { waitUntil: 'commit' })
      const field = page.getByLabel('E-mail addresses')
      // What comes late is there before it is shown.
      await field.click()
      return { page, field, form: page.getByRole('form', { name: 'Invite people' }) }
    }

    it('keeps what is typed before it is hydrated', async () => {
      let letThrough = () => {}
      const { page, field, form } = await opened(async (before) => {
        letThrough = await held(before, '**/client.js')
      })
      await field.pressSequentially('edsger@example.com')
      // Nothing can be sent yet, and nothing is put into the address of the page.
      await form.getByRole('button', { name: 'Send' }).click()
      const read = page.waitForResponse('**/formCore-*')
      letThrough()
      await read
      expect(page.url()).not.toContain('edsger')
      await form.getByRole('button', { name: 'Send' }).click()
      await form.getByText('1 invitation sent.').waitFor()
      await page.close()
    }, 30_000)

    it('reads what is pasted and typed before it can, once it can, and sends it all once', async () => {
      let letThrough = () => {}
      const { page, field, form } = await opened(async (before) => {
        letThrough = await held(before, '**/formCore-*')
      })
      await page.waitForFunction('globalThis.React')
      await paste(page, 'Edsger <edsger@example.com>\nbarbara@example.com')
      expect(await field.inputValue()).toBe('Edsger <edsger@example.com>; barbara@example.com; ')
      await field.pressSequentially('grace@example.com')
      await form.getByRole('button', { name: 'Send' }).dblclick()
      await form.getByText('One moment').waitFor()
      expect(await field.inputValue()).toMatch(/grace@example\.com$/)
      letThrough()
      await form.getByText('3 invitations sent.').waitFor()
      expect(await page.getByRole('rowheader', { name: /(edsger|barbara|grace)@/ }).count()).toBe(3)
      expect(await field.inputValue()).toBe('')
      await page.close()
    }, 30_000)

    it('says that a part cannot be loaded, keeps what was typed, and loads it at a press', async () => {
      const { page, field, form } = await opened((before) =>
        before.route('**/formCore-*', (route) => route.abort()),
      )
      await page.waitForFunction('globalThis.React')
      await field.pressSequentially('ada@example.com, alan@exa')
      await form.getByRole('alert').waitFor()
      expect(await field.inputValue()).toBe('ada@example.com;  alan@exa')
      await form.getByRole('button', { name: 'Send' }).click()
      await form.getByText('The service could not be reached.').waitFor()
      await page.unroute('**/formCore-*')
      await form.getByRole('button', { name: 'Try again' }).click()
      await form.getByRole('list', { name: 'Recipients, 1' }).waitFor()
      expect(await field.inputValue()).toBe(' alan@exa')
      expect(await form.getByRole('alert').count()).toBe(0)
      await page.close()
    }, 30_000)

    it.each(['pipeable/read', 'pipeable/unread', 'readable/read', 'readable/unread'])(
      'says nothing in the console: %s',
      async (path) => {
        const page = await browser.newPage({ timezoneId: 'Pacific/Auckland', locale: 'de-DE' })
        const troubles: string[] = []
        const said = vi.spyOn(console, 'error')
        page.on('pageerror', (error) => troubles.push(error.message))
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
        })
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`)
        const form = page.getByRole('form')
        await form.getByLabel('E-mail addresses').fill('grace@example.com')
        await form.getByRole('button', { name: /^Send/ }).click()
        await page.getByRole('row', { name: /grace@example\.com/ }).waitFor()
        await page.getByRole('button', { name: 'Accept invitation to Acme' }).click()
        await page.getByRole('heading', { name: 'Welcome to Acme' }).waitFor()
        expect(troubles).toEqual([])
        expect(said).not.toHaveBeenCalled()
        expect(await page.evaluate('React')).toBe(version)
        // In pieces: what was late replaces what stood in for it.
        expect(html).toContain('The table comes.')
        expect(html).toContain('$RC(')
        const text = html.replaceAll(/<script[\s\S]*?<\/script>|<!--.*?-->|<[^>]*>/g, '')
        expect(text.includes('ada@example.com')).toBe(path.endsWith('/read'))
        expect(text.includes('Join Acme')).toBe(path.endsWith('/read'))
        await page.close()
      },
      30_000,
    )

    it('a press before the scripts are there sends nothing anywhere', async () => {
      const page = await browser.newPage()
      await page.route('**/client.js', (route) => route.abort())
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pipeable/read`
      await page.goto(url)
      await page.getByRole('button', { name: 'Accept invitation to Acme' }).click()
      await page.getByRole('heading', { name: 'Join Acme' }).waitFor()
      expect(page.url()).toBe(url)
      await page.close()
    }, 30_000)
  },
)
