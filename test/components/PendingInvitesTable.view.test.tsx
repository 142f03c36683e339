import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { PendingInvitesTableProps } from '../../src/components/PendingInvitesTable.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import type { InviteView } from '../../src/hooks/useInviteView.ts'
import { inviteKeys } from '../../src/inviteKeys.ts'
import type { ListInvitesInput } from '../../src/schema.ts'
import { memory } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'
import { many, person, roles } from './people.ts'

const now = () => new Date('2026-03-02T09:30:00Z')
const dates = { createdAt: '2026-03-01T09:00:00Z', expiresAt: '2026-03-08T09:00:00Z' }
const people = [
  person('ada', { role: 'admin', ...dates }),
  person('alan', { ...dates, expiresAt: '2026-03-03T09:00:00Z' }),
  person('grace', { ...dates, expiresAt: '2026-03-01T10:00:00Z' }),
  person('hedy', { mailed: false, ...dates }),
]

function show(props: Partial<PendingInvitesTableProps> = {}, seed = people) {
  const inner = memory({ seed, roles, now })
  const list = vi.fn(inner.list)
  const transport = { ...inner, list }
  const view = renderWith(<PendingInvitesTable transport={transport} now={now} {...props} />)
  return { ...view, transport, list, user: userEvent.setup() }
}
const names = () =>
  screen.queryAllByRole('rowheader').map((cell) => cell.textContent?.split('@')[0] ?? '')
const sorted = () => names().toSorted((a, b) => a.localeCompare(b))
const asked = (list: { mock: { calls: [ListInvitesInput, ...unknown[]][] } }) =>
  list.mock.calls.at(-1)?.[0]

describe('what is shown', () => {
  it.each([
    ['Pending', ['ada', 'alan', 'hedy']],
    ['Expires soon', ['alan']],
    ['Expired', ['grace']],
    ['Not mailed', ['hedy']],
  ])('is filtered by %s', async (status, expected) => {
    const { user } = show()
    await screen.findByRole('table')
    await user.selectOptions(screen.getByLabelText('Status', { selector: 'select' }), status)
    await waitFor(() => expect(sorted()).toEqual(expected))
  })

  it('is told once a search or a filter is answered: how many, or that nothing matches', async () => {
    const { user } = show()
    // The part that says it is there.
    await screen.findByRole('button', { name: 'Refresh' })
    const status = screen.getByRole('status')
    const search = screen.getByLabelText('Search invitations')
    await user.type(search, 'al')
    await waitFor(() => expect(status).toHaveTextContent('1 invitation'))
    await user.type(search, 'x')
    await waitFor(() => expect(status).toHaveTextContent('No invitation matches “alx”'))
    await user.clear(search)
    await waitFor(() => expect(status).toHaveTextContent('4 invitations'))
    await user.selectOptions(screen.getByLabelText('Role', { selector: 'select' }), 'Admin')
    await waitFor(() => expect(status).toHaveTextContent('1 invitation'))
  })

  it('is filtered by role, and all of it comes back by one press', async () => {
    const { user } = show()
    await screen.findByRole('table')
    await user.selectOptions(screen.getByLabelText('Role', { selector: 'select' }), 'Admin')
    await waitFor(() => expect(names()).toEqual(['ada']))
    await user.selectOptions(screen.getByLabelText('Status', { selector: 'select' }), 'Expired')
    await user.click(await screen.findByRole('button', { name: 'Show all' }))
    await waitFor(() => expect(names()).toHaveLength(4))
  })

  it('is sorted by a press on a header, by one column at a time', async () => {
    const { user, list } = show()
    await screen.findByRole('table')
    await user.click(screen.getByRole('button', { name: 'E-mail' }))
    await waitFor(() => expect(names()).toEqual(['ada', 'alan', 'grace', 'hedy']))
    await user.click(screen.getByRole('button', { name: 'E-mail' }))
    await waitFor(() => expect(names()).toEqual(['hedy', 'grace', 'alan', 'ada']))
    expect(asked(list)).toMatchObject({ sort: { by: 'email', direction: 'desc' } })
    const marked = screen
      .getAllByRole('columnheader')
      .filter((header) => header.hasAttribute('aria-sort'))
    expect(marked).toHaveLength(1)
    expect(marked[0]).toHaveAttribute('aria-sort', 'descending')
  })

  it('is the app’s to keep', async () => {
    const onViewChange = vi.fn<(view: InviteView) => void>()
    const { user, list } = show({ view: { search: 'al', role: 'member' }, onViewChange })
    await waitFor(() => expect(names()).toEqual(['alan']))
    expect(asked(list)).toMatchObject({ search: 'al', role: 'member' })
    await user.selectOptions(screen.getByLabelText('Status', { selector: 'select' }), 'Pending')
    expect(onViewChange).toHaveBeenLastCalledWith({
      search: 'al',
      role: 'member',
      status: 'pending',
      cursors: [],
    })
    expect(asked(list)?.status).toBeUndefined()
  })

  it('has the page size that is chosen, from the first page on', async () => {
    const seed = many(30, dates)
    const { user, list } = show({ defaultView: { pageSize: 10 } }, seed)
    await user.click(await screen.findByRole('button', { name: 'Next' }))
    await screen.findByText('Page 2 of 3', { selector: 'nav span' })
    await user.selectOptions(screen.getByLabelText('Rows per page'), '25')
    expect(await screen.findByText('Page 1 of 2', { selector: 'nav span' })).toBeVisible()
    expect(asked(list)).toMatchObject({ pageSize: 25 })
  })

  it('never has more than sixty rows mounted, and says where each is', async () => {
    const seed = many(500, dates)
    show({ defaultView: { pageSize: 500 } }, seed)
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('rowheader')).toHaveLength(60)
    expect(table).toHaveAttribute('aria-rowcount', '501')
    expect(within(table).getAllByRole('row')[1]).toHaveAttribute('aria-rowindex', '2')
  })

  it('has the columns that the app chooses, and its own', async () => {
    show({
      columns: ['email', { id: 'team', header: 'Team', cell: ({ role }) => `Team of ${role}` }],
    })
    const table = await screen.findByRole('table')
    const headers = within(table).getAllByRole('columnheader')
    expect(headers.map(({ textContent }) => textContent)).toEqual(['', 'E-mail', 'Team', 'Actions'])
    expect(screen.getAllByText('Team of member')).toHaveLength(3)
  })

  it('tells when it is over, near and far, and that an estimate is one', async () => {
    show({}, [person('ada', { expiryEstimated: true, ...dates })])
    const row = (await screen.findByRole('rowheader')).closest('tr')
    expect(row).toHaveTextContent('Mar 8, 2026')
    expect(row).toHaveTextContent('in 5 days, estimate')
  })
})

it('shows what turns the direction of a search, which may come from a link, instead of doing it', async () => {
  show({ defaultView: { search: 'ada\u202Eevil' } })
  const title = await screen.findByText(/No invitation matches/, { selector: '.ik-empty-title' })
  expect(title).not.toHaveTextContent('\u202E')
  expect(title).toHaveTextContent('evil')
})

describe('what others do', () => {
  it('is said once it is seen, and what is done here is not', async () => {
    const { client, transport, user } = show()
    // What follows the list is there.
    await screen.findByRole('button', { name: 'Refresh' })
    await transport.revoke({ id: 'secret-alan' })
    await act(() => client.invalidateQueries({ queryKey: inviteKeys.lists(transport) }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('1 is gone since the last look.'),
    )
    await user.click(screen.getByRole('button', { name: 'Revoke invitation of ada@example.com' }))
    await user.click(screen.getByRole('button', { name: 'Revoke' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Invitation of ada@example.com withdrawn',
      ),
    )
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    expect(screen.getByRole('status')).toHaveTextContent('withdrawn')
  })

  it('by a second admin at the same time ends well for both', async () => {
    const transport = memory({ seed: people, roles, now })
    renderWith(<PendingInvitesTable transport={transport} now={now} />)
    const user = userEvent.setup()
    await screen.findByRole('table')
    // The other admin was a moment faster.
    await transport.revoke({ id: 'secret-ada' })
    await user.click(screen.getByRole('button', { name: 'Revoke invitation of ada@example.com' }))
    await user.click(screen.getByRole('button', { name: 'Revoke' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Invitation of ada@example.com withdrawn',
      ),
    )
    await transport.revoke({ id: 'secret-alan' })
    await user.click(screen.getByRole('button', { name: 'Resend invitation to alan@example.com' }))
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'alan@example.com: This invitation is no longer valid.',
      ),
    )
    await waitFor(() => expect(sorted()).toEqual(['grace', 'hedy']))
  })
})
