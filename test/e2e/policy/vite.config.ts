import { join } from 'node:path'
import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'
import { onReact } from '../../oldest/alias.ts'
import { builds } from '../servers.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  "frame-ancestors 'none'",
].join('; ')

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../../node_modules/.cache/policy-vite',
  plugins: [react()],
  define: onReact.define,
  resolve: {
    alias: {
      ...onReact.resolve.alias,
      '@storybook/addon-a11y': join(import.meta.dirname, 'noAddon.ts'),
      '@storybook/addon-docs': join(import.meta.dirname, 'noAddon.ts'),
    },
  },
  build: { outDir: `../../../${builds}/policy`, emptyOutDir: true, target: 'esnext' },
  preview: { headers: { 'content-security-policy': policy } },
})
