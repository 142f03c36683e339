import { build } from 'vite'

/**
 * Makes plain modules of TypeScript ones, each with all that it imports, for Node and for a folder without packages.
 * @param input paths by the name of what comes out: `<folder>/<name>.mjs`
 */
export async function bundleForNode(folder, input) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      outDir: folder,
      ssr: true,
      target: 'node20',
      rolldownOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
  })
}
