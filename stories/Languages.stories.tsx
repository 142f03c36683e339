import { expect } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { AcceptInvitePage } from '../src/labelled/AcceptInvitePage.tsx'
import { InviteForm } from '../src/labelled/InviteForm.tsx'
import { PendingInvitesTable } from '../src/labelled/PendingInvitesTable.tsx'
import { inviteLink } from '../src/input/token.ts'
import * as arabic from '../src/locales/ar.ts'
import * as german from '../src/locales/de.ts'
import * as spanish from '../src/locales/es.ts'
import * as french from '../src/locales/fr.ts'
import * as hebrew from '../src/locales/he.ts'
import * as japanese from '../src/locales/ja.ts'
import * as portuguese from '../src/locales/pt-BR.ts'
import * as chinese from '../src/locales/zh-CN.ts'
import { memory } from '../src/transports/memory.ts'
import { invite, now, roles } from './samples.ts'

interface ThreeScreensProps {
  words: typeof german
  dir?: 'ltr' | 'rtl'
}

/** The three screens in one language. Each takes its own sentences, so that a page ships only what it shows. */
function ThreeScreens({ words, dir = 'ltr' }: ThreeScreensProps) {
  const { locale } = words.form
  const transport = memory({
    key: `languages-${locale}`,
    roles,
    now,
    organization: 'Analytical Engines',
    seed: [invite(0), invite(1, { mailed: false }), invite(2, { expiresAt: '2026-02-20T09:00Z' })],
  })
  return (
    <div lang={locale} dir={dir} className="host-stack">
      <InviteForm
        transport={transport}
        labels={words.form}
        csvLabels={words.csv}
        seats={{ total: 25, members: 17 }}
        now={now}
      />
      <PendingInvitesTable transport={transport} labels={words.table} now={now} />
      <AcceptInvitePage
        transport={transport}
        link={inviteLink({ token: 'token-0' })}
        labels={words.accept}
        viewer={null}
      />
    </div>
  )
}

const meta = preview.meta({
  title: 'Languages',
  component: ThreeScreens,
  parameters: { controls: { disable: true } },
})

/** Shown once all three have what they read. */
const inLanguage = (words: typeof german, dir?: 'rtl') => ({
  // A copy: Storybook writes what a component gets as text, and a module is no plain object.
  args: { words: { ...words }, ...(dir && { dir }) },
  play: async ({
    canvas,
  }: {
    canvas: { findByRole: (role: string, options: { name: string }) => Promise<HTMLElement> }
  }) => {
    const accept = words.accept.accept.replace('{organization}', 'Analytical Engines')
    await expect(await canvas.findByRole('button', { name: accept })).toBeVisible()
    await expect(await canvas.findByRole('table', { name: words.table.title })).toBeVisible()
  },
})

export const Arabic = meta.story(inLanguage(arabic, 'rtl'))
export const Hebrew = meta.story(inLanguage(hebrew, 'rtl'))
export const German = meta.story(inLanguage(german))
export const French = meta.story(inLanguage(french))
export const Spanish = meta.story(inLanguage(spanish))
export const Portuguese = meta.story(inLanguage(portuguese))
export const Japanese = meta.story(inLanguage(japanese))
export const Chinese = meta.story(inLanguage(chinese))
