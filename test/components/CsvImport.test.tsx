import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import type { InviteOperations, InviteTransport } from '../../src/transport.ts'
import { renderWith } from '../render.tsx'

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]

interface Chosen {
  name?: string
  fields?: NonNullable<InviteTransport['fields']>
}

/** The form with a file chosen. */
async function choose(
  content: BlobPart,
  { name = 'people.csv', fields = { name: 'optional', groups: 'optional' } }: Chosen = {},
) {
  const create = vi.fn<InviteOperations['create']>(() => Promise.resolve({ delivery: 'mailed' }))
  const transport: InviteTransport<'create'> = {
    key: 'test',
    create,
    fields,
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
    expect(first).toHaveTextContent('Not a whole e-mail address')
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
    const { inside } = await choose(content, { name })
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

  it('keeps a row that is mended where it is, and the focus in it', async () => {
    const { user, inside } = await choose(
      'email,role\nada@example.com,member\nalan@,admin\ngrace@,admin\n',
    )
    const address = await inside.findByLabelText('E-mail, row 3')
    expect(address).toHaveAccessibleDescription('Not a whole e-mail address')
    expect(address).toBeInvalid()
    await user.clear(address)
    await user.type(address, 'alan@example.com')
    await user.tab()
    expect(inside.getByLabelText('Role, row 3')).toHaveFocus()
    expect(address).toHaveAccessibleDescription('Ready')
    expect(address).toBeValid()
    expect(inside.getAllByRole('row')[1]).toContainElement(address)
  })

  it('lets a duplicate in when the row above is left out', async () => {
    const { user, inside } = await choose(
      'email,role\nada@example.com,captain\nada@example.com,admin\n',
    )
    expect(await inside.findByText('Is further up in the file')).toBeVisible()
    await user.click(inside.getByRole('button', { name: 'Leave out row 2' }))
    expect(inside.getByRole('button', { name: 'Add 1 person' })).toBeVisible()
  })

  it('keeps the focus among the rows when one is left out by key', async () => {
    const { user, inside } = await choose('email\nada@\nalan@\n')
    const leave = await inside.findByRole('button', { name: 'Leave out row 2' })
    leave.focus()
    await user.keyboard('{Enter}')
    expect(leave).not.toBeInTheDocument()
    expect(inside.getByRole('group', { name: 'People' })).toHaveFocus()
  })

  it('leaves a good row out, and does not bring it back when columns change', async () => {
    const { user, inside } = await choose('email,role\nada@example.com,admin\nalan@example.com,\n')
    await user.click(await inside.findByRole('button', { name: 'Leave out row 2' }))
    await user.selectOptions(inside.getByLabelText('Column 2: role'), 'Leave out')
    expect(inside.getByRole('button', { name: 'Add 1 person' })).toBeVisible()
    expect(inside.queryByText('ada@example.com')).toBeNull()
  })

  it('does not bring back who was added already', async () => {
    const { user, inside } = await choose('email,role\nada@example.com,admin\nalan@,\n')
    await user.click(await inside.findByRole('button', { name: 'Add 1 person' }))
    await user.selectOptions(inside.getByLabelText('Column 2: role'), 'Leave out')
    expect(inside.getByRole('status')).toHaveTextContent('1 added. 1 has a problem.')
  })

  it('asks for the name that the provider wants and the file lacks', async () => {
    const { user, inside } = await choose('ada@example.com', { fields: { name: 'required' } })
    const name = await inside.findByLabelText('Name, row 1')
    expect(name).toHaveAccessibleDescription('The name is missing')
    expect(name).toBeInvalid()
    await user.type(name, 'Ada{Enter}')
    await user.click(inside.getByRole('button', { name: 'Add 1 person' }))
    expect(screen.getByText('Ada')).toBeVisible()
  })

  it('says that no column has addresses, and lets them be typed', async () => {
    const { user, inside } = await choose('Ada\nGrace\n')
    expect(await inside.findByText(/No column has e-mail addresses/)).toBeVisible()
    await user.type(inside.getByLabelText('E-mail, row 1'), 'ada@example.com{Enter}')
    expect(inside.getByRole('button', { name: 'Add 1 person' })).toBeVisible()
  })

  it.each([
    ['a@x.com, b@x.com', 'More than one address, or a space in it'],
    ['a@b@x.com', 'More than one address, or a space in it'],
    ['a\u200b@x.com', 'It has characters that cannot be seen'],
    ['a@x', 'Not a whole e-mail address'],
  ])('says why %j is refused', async (address, sentence) => {
    const { inside } = await choose(`Email\n"${address}"\n`)
    expect(await inside.findByLabelText('E-mail, row 2')).toHaveAccessibleDescription(sentence)
  })

  it('does not send the form by Enter', async () => {
    const { user, inside } = await choose('email\nada@\n')
    const header = await inside.findByLabelText('The first row is a header')
    header.focus()
    await user.keyboard('{Enter}')
    await user.type(inside.getByLabelText('E-mail, row 2'), '{Enter}')
    expect(screen.queryByText('Add at least one e-mail address.')).toBeNull()
  })

  it('shows the names of many columns only', async () => {
    const { inside } = await choose(`Email,${'x,'.repeat(40)}\nada@example.com\n`)
    const names = await inside.findByText('Columns: E-mail')
    expect(names.closest('details')).not.toHaveAttribute('open')
  })

  it('closes on Escape and tells how many rows are left behind', async () => {
    const { inside } = await choose('email\nada@example.com\nb@\nc@\n')
    await inside.findByText(/2 have a problem/)
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('status')).toHaveTextContent(/^2 rows of the file were left out/)
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
    expect(await urls[0]?.text()).toContain('"E-mail","Name","Role","Groups"')
    follow.mockRestore()
  })
})
