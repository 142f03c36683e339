import { defineConfig } from '@playwright/test'
import { launchOptions } from '../browser.ts'

const port = 6106

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results',
  retries: 0,
  use: { baseURL: `http://127.0.0.1:${port}`, launchOptions },
  webServer: {
    command: `npx vite preview --outDir storybook-static --port ${port} --host 127.0.0.1 --strictPort`,
    cwd: '../..',
    url: `http://127.0.0.1:${port}/index.json`,
    reuseExistingServer: false,
  },
})
