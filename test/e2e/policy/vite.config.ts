import { join } from 'node:path'
import { defineConfig } from 'vite'
import react from '@vitejs/plugin-react'

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
  resolve: {
    alias: {
      '@storybook/addon-a11y': join(import.meta.dirname, 'noAddon.ts'),
      '@storybook/addon-docs': join(import.meta.dirname, 'noAddon.ts'),
    },
  },
  build: { outDir: '../../../node_modules/.cache/policy', emptyOutDir: true, target: 'esnext' },
  preview: { headers: { 'content-security-policy': policy } },
})
