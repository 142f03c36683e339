import { join } from 'node:path'
import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'
import { liveServer } from '../stories/live/server/liveServer.ts'
import { oldest } from '../test/oldest/alias.ts'

// The live flow's own backend; its database stands in a folder that git does not see.
const data = process.env.LIVE_DATA ?? join(import.meta.dirname, '../.data')

// The same stories over the oldest React that is supported: REACT=18.
const react = process.env.REACT ?? '19'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [liveServer(data)],
      define: { 'import.meta.env.VITE_REACT': JSON.stringify(react) },
      resolve: { alias: react === '18' ? oldest : {} },
    }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
}
export default config
