import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { InviteForm } from '../../src/components/InviteForm.tsx'
import type { InviteOperations, InviteTransport } from '../../src/transport.ts'
import { renderWith } from '../render.tsx'
import '../../src/components/CsvImport.tsx'

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

/** The form with a file chosen. */
async function choose(content: BlobPart, name = 'people.csv') {
  const create = vi.fn<InviteOperations['create']>(() => Promise.resolve({ delivery: 'mailed' }))
  const transport: InviteTransport<'create'> = {
    key: 'test',
    create,
    fields: { name: 'optional', groups: 'optional' },
  }
  renderWith(<InviteForm transport={transport} roles={roles} />)
  const user = userEvent.setup()
  await user.upload(
    screen.getByLabelText('Import a file', { selector: 'input' }),
    new File([content], name, { type: 'text/csv' }),
  )
  const dialog = await screen.findByRole('dialog', { name: `Import ${name}` })
  return { create, user, dialog, inside: within(dialog) }
}
const press = (name: string | RegExp) => screen.getByRole('button', { name })

describe('the import of a file', () => {
  it('guesses columns, adds everybody with what the file says of them, and sends just that', async () => {
    const { user, create, inside } = await choose(
      'Vorname;Nachname;E-Mail-Adresse;Rolle;Gruppen\nAda;Lovelace;ada@example.com;ADMIN;core, design\nAlan;Turing;alan@example.com;;\n',
    )
    await user.click(await inside.findByRole('button', { name: 'Add 2 people' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('Ada Lovelace')).toBeVisible()
    await user.click(press('Send 2 invitations'))
    await waitFor(() => expect(create).toHaveBeenCalledTimes(2))
    expect(create.mock.calls.map(([input]) => input)).toEqual([
      { email: 'ada@example.com', name: 'Ada Lovelace', role: 'admin', groups: ['core', 'design'] },
      { email: 'alan@example.com', name: 'Alan Turing', role: 'member' },
    ])
  })

  it('shows what is wrong first, is mended in place, and keeps the bad while the good go', async () => {
    const { user, inside } = await choose(
      'email,role\nada@example.com,member\nalan@,admin\ngrace@example.com,captain\nada@example.com,admin\n',
    )
    expect(await inside.findByText(/1 can be invited. 3 have a problem./)).toBeVisible()
    const [, first] = inside.getAllByRole('row')
    expect(first).toHaveTextContent('Not an e-mail address')
    await user.click(inside.getByRole('button', { name: 'Add 1 person' }))
    expect(inside.getByText(/3 have a problem/)).toBeVisible()
    const address = inside.getByLabelText('E-mail, row 3')
    await user.clear(address)
    await user.type(address, 'alan@example.com{Enter}')
    await user.clear(inside.getByLabelText('Role, row 4'))
    await user.type(inside.getByLabelText('Role, row 4'), 'member{Enter}')
    await user.click(inside.getByRole('button', { name: 'Leave out row 5' }))
    await user.click(inside.getByRole('button', { name: 'Add 2 people' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(
      screen
        .getAllByRole('button', { name: /^Remove .*@/ })
        .map((chip) => chip.getAttribute('aria-label')),
    ).toEqual(['Remove ada@example.com', 'Remove alan@example.com', 'Remove grace@example.com'])
  })

  it('lets columns be chosen anew', async () => {
    const { user, inside } = await choose('a,b\nada@example.com,alan@example.com\n')
    await user.selectOptions(await inside.findByLabelText('Column 2: b'), 'E-mail')
    await user.click(inside.getByRole('button', { name: 'Add 1 person' }))
    expect(press('Remove alan@example.com')).toBeVisible()
  })

  it.each([
    ['PK\u0003\u0004 workbook', 'people.xlsx', /Save it as CSV/],
    ['', 'nothing.csv', 'The file has no rows.'],
  ])('says what to do with %j', async (content, name, sentence) => {
    const { inside } = await choose(content, name)
    expect(await inside.findByRole('alert')).toHaveTextContent(sentence)
  })

  it('mounts at most sixty rows, and tells how many more there are', async () => {
    const { inside } = await choose(
      Array.from({ length: 5000 }, (_, index) => `p${index}@example.com`).join('\n'),
    )
    expect(await inside.findByRole('button', { name: 'Add 5,000 people' })).toBeVisible()
    expect(inside.getAllByRole('row')).toHaveLength(61)
    expect(inside.getByText('and 4,940 more rows')).toBeVisible()
  })

  it('hands over a template', async () => {
    const { user, inside } = await choose('ada@example.com')
    await user.click(inside.getByRole('button', { name: 'Close' }))
    const urls: Blob[] = []
    // jsdom has no such URLs.
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${urls.push(blob)}`,
      revokeObjectURL: () => undefined,
    })
    const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
    await user.click(press('Get a template'))
    await waitFor(() => expect(follow).toHaveBeenCalledOnce())
    expect(await urls[0]?.text()).toContain('"Email","Name","Role","Groups"')
    follow.mockRestore()
  })
})
