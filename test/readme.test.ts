import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { operationsOf, type InviteTransport } from '../src/transport.js'
import { memory } from '../src/transports/index.js'
import { claims } from './transports/claims.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

describe('the README', () => {
  it('says of each provider what the conformance suite holds it to', () => {
    const [, ...providers] = cells(/\| operation .*/.exec(readme)?.[0])
    expect(providers.toSorted()).toEqual(Object.keys(claims).toSorted())
    const rows = operationsOf(memory() as InviteTransport).map((operation) => {
      const [, ...said] = cells(new RegExp(`^\\| ${operation} .*`, 'm').exec(readme)?.[0])
      return [operation, ...said]
    })
    const known: Record<string, readonly string[]> = claims
    expect(rows).toEqual(
      operationsOf(memory() as InviteTransport).map((operation) => [
        operation,
        ...providers.map((provider) => (known[provider]?.includes(operation) ? 'yes' : 'no')),
      ]),
    )
  })

  it('has a part for each provider, which is a page of the docs', () => {
    const [, part = ''] = /## What each provider can do([^]*?)\n## /.exec(readme) ?? []
    const headings = [...part.matchAll(/^### (.+)$/gm)].map(([, name]) => name)
    const pages = readdirSync(new URL('../stories/docs/providers/', import.meta.url))
    expect(new Set(headings)).toEqual(new Set(pages.map((file) => file.replace(/\.mdx$/, ''))))
    expect(headings.length).toBeGreaterThan(5)
  })

  it('names commands that exist', () => {
    const commands = [...readme.matchAll(/npm (?:run )?(start|test|(?<=run )\w+)/g)].map(
      ([, name]) => name,
    )
    expect(commands.length).toBeGreaterThan(1)
    expect(commands.filter((name) => !(String(name) in packageJson.scripts))).toEqual([])
  })
})

function cells(row = ''): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
