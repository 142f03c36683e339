import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import * as transports from '../src/transports/index.js'

const src = join(import.meta.dirname, '../src')
const languages = readdirSync(join(src, 'locales')).filter((file) =>
  /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file),
)
const screens = 'InviteForm, PendingInvitesTable, AcceptInvitePage'

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

/** What is said, and not how it is filled in. */
const sentences = /^locales\/(?!say\.)/

const from = (folder: RegExp, files: string[]) => files.filter((file) => folder.test(file))

describe('an app carries what it uses', () => {
  it('hooks without components, sentences and transports', async () => {
    const hooks = await kept({
      'index.ts':
        'useInvites, useSendInvites, useResendInvite, useRevokeInvite, useInviteForm, usePendingInvites, useAcceptInvite',
    })
    expect(from(/^hooks\//, hooks.files).length).toBeGreaterThan(10)
    expect(
      from(/^(components|english|labelled|locales|transports|server|csv)\//, hooks.files),
    ).toEqual([])
  })

  it('sending without React', async () => {
    const { files, packages } = await kept({ 'index.ts': 'sendInvites, parseRecipients' })
    expect(from(/^(hooks|components|english|labelled|locales|transports)\//, files)).toEqual([])
    expect(packages).toEqual([])
  })

  const providers = Object.keys(transports).filter((name) => name !== 'pageOf')
  it.each(providers)('%s without the other transports', async (name) => {
    const { files, packages } = await kept({ 'transports/index.ts': name })
    expect(files).toContain(`transports/${name}.ts`)
    const others = providers.filter((other) => other !== name)
    expect(files.filter((file) => others.some((other) => file.includes(`/${other}`)))).toEqual([])
    expect(from(/^(hooks|components|english|labelled|locales|server)\//, files)).toEqual([])
    expect(packages.filter((one) => !one.startsWith('zod'))).toEqual([])
  })

  it.each(['index.ts', 'components/index.ts'])(
    'one component of %s without the others',
    async (entry) => {
      const accept = await kept({ [entry]: 'AcceptInvitePage' })
      expect(from(/InviteForm|PendingInvitesTable|csv/i, accept.files)).toEqual([])
      const table = await kept({ [entry]: 'PendingInvitesTable' })
      expect(from(/InviteForm|Accept|csv\//, table.files)).toEqual([])
      const form = await kept({ [entry]: 'InviteForm' })
      expect(from(/PendingInvitesTable|Accept/, form.files)).toEqual([])
    },
  )

  it('English, and no other language, where it is built in', async () => {
    const { files } = await kept({ 'index.ts': screens })
    const spoken = from(sentences, files)
    expect(spoken.length).toBeGreaterThan(5)
    expect(spoken.filter((file) => !/\/en[A-Z]/.test(file))).toEqual([])
  })

  it.each(languages.filter((file) => file !== 'en.ts'))(
    'the sentences of %s alone, where none are built in',
    async (language) => {
      const { files } = await kept({
        'components/index.ts': screens,
        [`locales/${language}`]: 'form, csv, table, accept',
      })
      expect(from(/^components\//, files).length).toBeGreaterThan(50)
      expect(from(sentences, files)).toEqual([`locales/${language}`])
    },
  )
})
