import { join } from 'node:path'

const modules = join(import.meta.dirname, 'node_modules')

/** Leads imports to the oldest React that is supported, wherever Vite resolves them. */
export const oldest = { react: join(modules, 'react'), 'react-dom': join(modules, 'react-dom') }
