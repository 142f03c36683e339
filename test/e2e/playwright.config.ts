import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { launchOptions } from '../browser.ts'
import { react } from '../oldest/alias.ts'
import { builds, ports } from './servers.ts'

/** Until they all stand, on two slow cores. */
const patience = 240_000

export default defineConfig({
  testDir: '.',
  outputDir: `../../test-results/${react}`,
  retries: 0,
  // A walk by Tab takes many steps, and a gate may run beside other work.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  projects: [
    {
      name: 'static build',
      testMatch: '*.e2e.ts',
      fullyParallel: true,
      use: { baseURL: `http://127.0.0.1:${ports.still}`, launchOptions },
    },
    {
      name: 'live server',
      testMatch: '*.live.ts',
      // One server, whose database and outbox they share.
      workers: 1,
      use: { baseURL: `http://localhost:${ports.live}`, launchOptions },
    },
    {
      name: 'strict policy',
      testMatch: '*.policy.ts',
      fullyParallel: true,
      use: { baseURL: `http://127.0.0.1:${ports.strict}`, launchOptions },
    },
  ],
  webServer: [
    {
      command: `npx storybook build -o ${builds}/storybook --quiet && npx vite preview --outDir ${builds}/storybook --port ${ports.still} --host 127.0.0.1 --strictPort`,
      cwd: '../..',
      url: `http://127.0.0.1:${ports.still}/index.json`,
      timeout: patience,
      reuseExistingServer: false,
    },
    {
      command: `npx storybook dev -p ${ports.live} --exact-port --no-open --ci --quiet`,
      cwd: '../..',
      url: `http://localhost:${ports.live}/index.json`,
      env: { LIVE_DATA: mkdtempSync(join(tmpdir(), 'invite-kit-live-')) },
      timeout: patience,
      reuseExistingServer: false,
    },
    {
      command: `npx vite build -c test/e2e/policy/vite.config.ts && npx vite preview -c test/e2e/policy/vite.config.ts --port ${ports.strict} --host 127.0.0.1 --strictPort`,
      cwd: '../..',
      url: `http://127.0.0.1:${ports.strict}/index.html`,
      timeout: patience,
      reuseExistingServer: false,
    },
  ],
})
