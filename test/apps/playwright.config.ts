import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { launchOptions } from '../browser.ts'

/** Where test/apps/run.mjs has built the apps, each in a folder of its name. */
const { APPS_FOLDER = '', APPS = '', PLAYWRIGHT_JSON_OUTPUT_NAME } = process.env
const apps = APPS.split(',').map((name, at) => ({ name, port: 6120 + at }))

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results/apps',
  reporter: PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  retries: 0,
  workers: 1,
  projects: apps.map(({ name, port }) => ({
    name,
    // The README begins with an app of Vite.
    testIgnore: name === 'next' ? 'readme.e2e.ts' : [],
    use: { baseURL: `http://127.0.0.1:${port}`, launchOptions },
  })),
  webServer: apps.map(({ name, port }) => ({
    command: `npm run serve -- ${port}`,
    cwd: join(APPS_FOLDER, name),
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  })),
})
