import { join } from 'node:path'
import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'
import { liveServer } from '../stories/live/server/liveServer.ts'
import { onReact, react } from '../test/oldest/alias.ts'

// The live flow's own backend; its database stands in a folder that git does not see.
const data = process.env.LIVE_DATA ?? join(import.meta.dirname, '../.data')

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [
        liveServer(data),
        // As the last: the docs' addon leads to the React that it finds itself.
        { name: 'react-of-this-run', enforce: 'post', config: () => onReact },
      ],
      // Two that run at once would each replace what the other has optimized.
      cacheDir: vite.cacheDir && `${vite.cacheDir}-${react}`,
    }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
}
export default config
