import { join } from 'node:path'

const modules = join(import.meta.dirname, 'node_modules')

/** Leads imports to the oldest React that is supported, wherever Vite resolves them. */
export const oldest = { react: join(modules, 'react'), 'react-dom': join(modules, 'react-dom') }

/** The React that a run is on: REACT=18 is the oldest that is supported. */
export const react = process.env.REACT ?? '19'

/** What Vite is given for it. A page can compare what it was meant to run on with what it runs on. */
export const onReact = {
  define: { 'import.meta.env.VITE_REACT': JSON.stringify(react) },
  resolve: { alias: react === '18' ? oldest : {} },
}
