import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const languages = ['en', 'ar', 'de', 'es', 'fr', 'he', 'ja', 'pt-BR', 'zh-CN']

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssMinify: 'lightningcss',
    // The first with `color-mix`, and with the media queries as the minifier writes them.
    cssTarget: ['chrome111', 'edge111', 'firefox113', 'safari16.4'],
    cssCodeSplit: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        styles: 'src/styles.css',
        'components/index': 'src/components/index.ts',
        'transports/index': 'src/transports/index.ts',
        'server/index': 'src/server/index.ts',
        'testing/index': 'src/testing/index.ts',
        ...Object.fromEntries(languages.map((tag) => [`locales/${tag}`, `src/locales/${tag}.ts`])),
      },
      formats: ['es'],
      cssFileName: 'styles',
    },
    rolldownOptions: {
      external: (id) => !/^[./]|^\0|^[a-z]:/i.test(id) && !id.startsWith('src/'),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        entryFileNames: '[name].js',
      },
    },
  },
})
