import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import * as transports from '../src/transports/index.js'

const src = join(import.meta.dirname, '../src')
const languages = readdirSync(join(src, 'locales')).filter((file) =>
  /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file),
)

/** What stays of the package in an app that uses these names, later chunks included: files of src, and packages. */
async function kept(imports: Record<string, string>) {
  const lines = Object.entries(imports).map(
    ([file, names]) => `import { ${names} } from ${JSON.stringify(join(src, file))}`,
  )
  const app = `${lines.join('\n')}\nglobalThis.used = [${Object.values(imports).join()}]`
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === 'app' ? '\0app' : undefined),
        load: (id) => (id === '\0app' ? app : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: 'app',
        external: (id) => /^(react|@tanstack|zod|papaparse)/.test(id),
      },
    },
  })) as Rolldown.RolldownOutput
  const chunks = output.filter((one) => one.type === 'chunk')
  const files = chunks.flatMap(({ modules }) =>
    Object.entries(modules)
      .filter(([id, { renderedLength }]) => id.startsWith(src) && renderedLength > 0)
      .map(([id]) => id.slice(src.length + 1).replaceAll('\\', '/')),
  )
  const packages = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports])
  return { files, packages: packages.filter((name) => !name.endsWith('.js')) }
}

const from = (folder: RegExp, files: string[]) => files.filter((file) => folder.test(file))

describe('an app carries what it uses', () => {
  it('hooks without components, sentences and transports', async () => {
    const hooks = await kept({
      'index.ts':
        'useInvites, useSendInvites, useResendInvite, useRevokeInvite, useInviteForm, usePendingInvites, useAcceptInvite',
    })
    expect(from(/^hooks\//, hooks.files).length).toBeGreaterThan(10)
    expect(from(/^(components|locales|transports|server|csv)\//, hooks.files)).toEqual([])
  })

  it('sending without React', async () => {
    const { files, packages } = await kept({ 'index.ts': 'sendInvites, parseRecipients' })
    expect(from(/^(hooks|components|locales|transports)\//, files)).toEqual([])
    expect(packages).toEqual([])
  })

  const providers = Object.keys(transports).filter((name) => name !== 'pageOf')
  it.each(providers)('%s without the other transports', async (name) => {
    const { files, packages } = await kept({ 'transports/index.ts': name })
    expect(files).toContain(`transports/${name}.ts`)
    const others = providers.filter((other) => other !== name)
    expect(files.filter((file) => others.some((other) => file.includes(`/${other}`)))).toEqual([])
    expect(from(/^(hooks|components|locales|server)\//, files)).toEqual([])
    expect(packages.filter((one) => !one.startsWith('zod'))).toEqual([])
  })

  it('one component without the others', async () => {
    const accept = await kept({ 'index.ts': 'AcceptInvitePage' })
    expect(from(/InviteForm|PendingInvitesTable|csv/i, accept.files)).toEqual([])
    const table = await kept({ 'index.ts': 'PendingInvitesTable' })
    expect(from(/InviteForm|Accept|csv\//, table.files)).toEqual([])
    const form = await kept({ 'index.ts': 'InviteForm' })
    expect(from(/PendingInvitesTable|Accept/, form.files)).toEqual([])
  })

  it('the built-in English, and of the other languages the one that it names', async () => {
    const screens = 'InviteForm, PendingInvitesTable, AcceptInvitePage'
    const foreign = languages.map((file) => `locales/${file}`).filter((file) => !/en/.test(file))
    const english = await kept({ 'index.ts': screens })
    expect(english.files.filter((file) => foreign.includes(file))).toEqual([])
    const german = await kept({ 'index.ts': screens, 'locales/de.ts': 'form, csv, table, accept' })
    expect(german.files.filter((file) => foreign.includes(file))).toEqual(['locales/de.ts'])
  })
})
