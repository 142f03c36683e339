import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import * as worded from '../../src/components/index.ts'
import * as english from '../../src/index.ts'
import { accept, csv, form, table } from '../../src/locales/de.ts'
import { memory } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'

const transport = memory({
  organization: 'Acme',
  seed: [{ id: 'i1', token: 't1', email: 'ada@example.com', role: 'member', status: 'pending' }],
})
const link = english.inviteLink({ token: 't1' })
const file = new File(['email\nalan@example.com\n'], 'people.csv', { type: 'text/csv' })

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (name: string) => {
  await userEvent.upload(screen.getByLabelText(name, { selector: 'input' }), file)
  const dialog = await screen.findByRole('dialog')
  await within(dialog).findByText('alan@example.com')
  return dialog
}

describe('where no sentence is built in, those of the app are all there is', () => {
  it('of the form and of a file', async () => {
    renderWith(<worded.InviteForm transport={transport} labels={form} csvLabels={csv} />)
    expect(screen.getByRole('form', { name: form.title })).toBeVisible()
    await press(form.submitEmpty)
    expect(await screen.findByRole('alert')).toHaveTextContent(form.noRecipients)
    const dialog = await choose(form.importFile)
    expect(dialog).toHaveAccessibleName('people.csv importieren')
    expect(within(dialog).getByRole('button', { name: '1 Person hinzufügen' })).toBeVisible()
  })

  it('of the table', async () => {
    renderWith(<worded.PendingInvitesTable transport={transport} labels={table} />)
    expect(await screen.findByRole('table', { name: table.title })).toBeVisible()
    await press('Einladung an ada@example.com zurückziehen')
    expect(await screen.findByRole('alertdialog', { name: table.confirmTitle })).toBeVisible()
  })

  it('of a provider without a list', () => {
    const { list: _, ...creating } = transport
    renderWith(<worded.PendingInvitesTable transport={creating} labels={table} />)
    expect(screen.getByText(table.cannotList)).toBeVisible()
  })

  it('of the accept page', async () => {
    renderWith(
      <worded.AcceptInvitePage transport={transport} link={link} labels={accept} viewer={null} />,
    )
    expect(screen.getByRole('heading')).toHaveTextContent(accept.loading)
    expect(await screen.findByRole('heading', { name: 'Acme beitreten' })).toBeVisible()
    expect(screen.getByText(accept.signedOut)).toBeVisible()
  })
})

describe('where English is built in, an app replaces what it wants to', () => {
  it('of the form and of a file', async () => {
    const labels = { title: 'Bring your team', noRecipients: 'Who is it?' }
    renderWith(
      <english.InviteForm transport={transport} labels={labels} csvLabels={{ close: 'Not now' }} />,
    )
    expect(screen.getByRole('form', { name: labels.title })).toBeVisible()
    await press('Send invitations')
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent(labels.noRecipients)
    expect(summary).toHaveTextContent('There is a problem')
    const dialog = await choose('Import a file')
    expect(dialog).toHaveAccessibleName('Import people.csv')
    expect(within(dialog).getByRole('button', { name: 'Not now' })).toBeVisible()
  })

  it('of the table', async () => {
    const labels = { title: 'On their way', confirmTitle: 'Take it back?' }
    renderWith(<english.PendingInvitesTable transport={transport} labels={labels} />)
    expect(await screen.findByRole('table', { name: labels.title })).toBeVisible()
    await press('Revoke invitation of ada@example.com')
    const dialog = await screen.findByRole('alertdialog', { name: labels.confirmTitle })
    expect(within(dialog).getByRole('button', { name: 'Keep' })).toBeVisible()
  })

  it('of the table, while it is shown', async () => {
    const { rerender } = renderWith(<english.PendingInvitesTable transport={transport} />)
    await screen.findByRole('table')
    await press('Revoke invitation of ada@example.com')
    await screen.findByRole('button', { name: 'Keep' })
    rerender(<english.PendingInvitesTable transport={transport} labels={{ keep: 'Leave it' }} />)
    expect(screen.getByRole('button', { name: 'Leave it' })).toBeVisible()
  })

  it('of the accept page', async () => {
    const labels = { loading: 'One moment', title: 'Hello from {organization}' }
    renderWith(
      <english.AcceptInvitePage transport={transport} link={link} labels={labels} viewer={null} />,
    )
    expect(screen.getByRole('heading')).toHaveTextContent(labels.loading)
    expect(await screen.findByRole('heading', { name: 'Hello from Acme' })).toBeVisible()
    expect(screen.getByText('You are not signed in.')).toBeVisible()
  })
})
