import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { launchOptions } from '../browser.ts'

/** The static build, the development server with its backend, and an app page with a strict policy. */
const [still, live, strict] = [6106, 6107, 6108]

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  retries: 0,
  // A walk by Tab takes many steps, and a gate may run beside other work.
  timeout: 90_000,
  workers: 1,
  projects: [
    {
      name: 'static build',
      testMatch: '*.e2e.ts',
      use: { baseURL: `http://127.0.0.1:${still}`, launchOptions },
    },
    {
      name: 'live server',
      testMatch: '*.live.ts',
      use: { baseURL: `http://localhost:${live}`, launchOptions },
    },
    {
      name: 'strict policy',
      testMatch: '*.policy.ts',
      use: { baseURL: `http://127.0.0.1:${strict}`, launchOptions },
    },
  ],
  webServer: [
    {
      command: `npx vite preview --outDir storybook-static --port ${still} --host 127.0.0.1 --strictPort`,
      cwd: '../..',
      url: `http://127.0.0.1:${still}/index.json`,
      reuseExistingServer: false,
    },
    {
      command: `npx storybook dev -p ${live} --exact-port --no-open --ci --quiet`,
      cwd: '../..',
      url: `http://localhost:${live}/index.json`,
      env: { LIVE_DATA: mkdtempSync(join(tmpdir(), 'invite-kit-live-')) },
      reuseExistingServer: false,
    },
    {
      command: `npx vite build -c test/e2e/policy/vite.config.ts && npx vite preview -c test/e2e/policy/vite.config.ts --port ${strict} --host 127.0.0.1 --strictPort`,
      cwd: '../..',
      url: `http://127.0.0.1:${strict}/index.html`,
      reuseExistingServer: false,
    },
  ],
})
