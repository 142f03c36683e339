import { join } from 'node:path'
import type { StorybookConfig } from '@storybook/react-vite'
import { liveServer } from '../stories/live/server/liveServer.ts'

// The live flow's own backend; its database stands in a folder that git does not see.
const data = process.env.LIVE_DATA ?? join(import.meta.dirname, '../.data')

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({ ...vite, plugins: [...(vite.plugins ?? []), liveServer(data)] }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
}
export default config
