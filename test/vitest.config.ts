import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './browser.ts'
import { oldest } from './oldest/alias.ts'

/** A gate may run beside other work, on a slow machine: what hangs is still found. */
const testTimeout = 20_000

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', environment: 'node', testTimeout, include: ['test/**/*.test.ts'] } },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          testTimeout,
          env: { REACT: '19' },
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        plugins: [react()],
        resolve: { alias: oldest },
        test: {
          name: 'dom, React 18',
          environment: 'jsdom',
          testTimeout,
          env: { REACT: '18' },
          include: ['test/**/*.test.tsx'],
          // Sixty faults are no other with another React.
          exclude: ['test/faults/**'],
          setupFiles: ['test/oldest/setup.ts'],
          // Modules, which follow the alias only where Vite loads them.
          server: { deps: { inline: ['@tanstack/react-query', 'react-hook-form'] } },
        },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.ts'],
            checker: 'tsc',
          },
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        // Loaded when a file is chosen: met that late, it would reload the page in the middle of the stories.
        optimizeDeps: { include: ['papaparse'] },
        test: {
          name: 'stories',
          // More than a story's own waiting takes.
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
})
