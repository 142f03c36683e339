import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright'
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
  },
)
