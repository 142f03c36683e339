import { Module } from 'node:module'
import { join } from 'node:path'

const key = '_resolveFilename'
const loader = Module as unknown as Record<typeof key, (name: string, ...rest: unknown[]) => string>
const resolve = loader[key]
loader[key] = (name, ...rest) =>
  resolve(
    /^react(-dom)?($|\/)/.test(name) ? join(import.meta.dirname, 'node_modules', name) : name,
    ...rest,
  )
