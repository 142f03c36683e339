import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PendingInvitesTableProps } from '../../src/components/PendingInvitesTable.tsx'
import { PendingInvitesTable } from '../../src/english/PendingInvitesTable.tsx'
import { inviteKeys } from '../../src/inviteKeys.ts'
import type { InvitePage } from '../../src/schema.ts'
import { memory, type MemoryInvite } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'
import { setUp } from '../transports/grafanaSetUp.ts'
import { many, person } from './people.ts'

const names = (table: HTMLElement = document.body) =>
  within(table)
    .queryAllByRole('rowheader')
    .map((cell) => cell.textContent?.split('@')[0] ?? '')
const pageOf = (...people: MemoryInvite[]): InvitePage => ({
  invites: people.map(({ token: _token, ...invite }) => invite),
})

describe('a row', () => {
  it('renders alone when it changes, and not at all when another one, or itself, is selected', async () => {
    const drawn: (string | undefined)[] = []
    const columns: PendingInvitesTableProps['columns'] = [
      'email',
      { id: 'drawn', header: 'Drawn', cell: ({ email }) => drawn.push(email) && 'yes' },
    ]
    renderWith(<PendingInvitesTable transport={memory({ seed: many(5) })} columns={columns} />)
    const user = userEvent.setup()
    await user.click(await screen.findByLabelText('Select p1@example.com'))
    await screen.findByText('1 selected')
    drawn.length = 0
    await user.click(screen.getByLabelText('Select p3@example.com'))
    expect(screen.getByText('2 selected')).toBeVisible()
    await user.click(screen.getByLabelText('Select all on this page'))
    expect(screen.getByText('5 selected')).toBeVisible()
    expect(drawn).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Resend invitation to p2@example.com' }))
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Sent again to p2'))
    expect(new Set(drawn)).toEqual(new Set(['p2@example.com']))
  })

  it('that is withdrawn goes in one render with the question', async () => {
    renderWith(<PendingInvitesTable transport={memory({ seed: many(3) })} />)
    // The last part to come.
    await screen.findByRole('button', { name: 'Refresh' })
    fireEvent.click(screen.getByRole('button', { name: 'Revoke invitation of p2@example.com' }))
    const question = within(await screen.findByRole('alertdialog'))
    fireEvent.click(question.getByRole('button', { name: 'Revoke' }))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(names().toSorted()).toEqual(['p0', 'p1'])
  })

  it('is no longer selected once it is withdrawn', async () => {
    renderWith(<PendingInvitesTable transport={memory({ seed: many(3) })} />)
    const user = userEvent.setup()
    await user.click(await screen.findByLabelText('Select all on this page'))
    await screen.findByText('3 selected')
    await user.click(screen.getByRole('button', { name: 'Revoke invitation of p1@example.com' }))
    const question = within(await screen.findByRole('alertdialog'))
    await user.click(question.getByRole('button', { name: 'Revoke' }))
    expect(await screen.findByText('2 selected')).toBeVisible()
  })

  it('is let go of again from everything that matches', async () => {
    renderWith(
      <PendingInvitesTable
        transport={memory({ seed: many(12) })}
        defaultView={{ pageSize: 10, sort: { by: 'email', direction: 'asc' } }}
      />,
    )
    const user = userEvent.setup()
    await user.click(await screen.findByLabelText('Select all on this page'))
    await user.click(await screen.findByRole('button', { name: 'Select all 12 that match' }))
    await user.click(screen.getByLabelText('Select p1@example.com'))
    expect(screen.getByText('All that match but 1 are selected')).toBeVisible()
    expect(screen.getByLabelText('Select all on this page')).toBePartiallyChecked()
    const bar = within(screen.getByRole('group', { name: 'Actions' }))
    await user.click(bar.getByRole('button', { name: 'Revoke' }))
    const question = await screen.findByRole('alertdialog', { name: 'Revoke 11 invitations?' })
    await user.click(within(question).getByRole('button', { name: 'Revoke' }))
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('11 were withdrawn.'))
    await waitFor(() => expect(names()).toEqual(['p1']))
  })

  it('of a status that is not understood is kept and said to be so, and nothing can be done to it', async () => {
    const list = () => Promise.resolve(pageOf(person('ada', { status: 'unknown' })))
    renderWith(<PendingInvitesTable transport={{ ...memory(), list }} />)
    const row = (await screen.findByRole('rowheader')).closest('tr')
    expect(row).toHaveTextContent('Unknown status')
    for (const name of [
      'Resend invitation to ada@example.com',
      'Revoke invitation of ada@example.com',
    ])
      expect(screen.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('an answer that comes late', () => {
  it('to an older search is not shown', async () => {
    const answers = new Map<string | undefined, (page: InvitePage) => void>()
    const transport = {
      ...memory(),
      list: ({ search }: { search?: string | undefined }) =>
        search === undefined
          ? Promise.resolve(pageOf(person('ada'), person('alan'), person('grace')))
          : new Promise<InvitePage>((resolve) => answers.set(search, resolve)),
    }
    renderWith(<PendingInvitesTable transport={transport} />)
    const user = userEvent.setup()
    await screen.findByText('ada@example.com')
    await user.type(screen.getByRole('searchbox'), 'a')
    await waitFor(() => expect(answers.has('a')).toBe(true))
    await user.type(screen.getByRole('searchbox'), 'l')
    await waitFor(() => expect(answers.has('al')).toBe(true))
    await act(async () => answers.get('al')?.(pageOf(person('alan'))))
    await waitFor(() => expect(names()).toEqual(['alan']))
    await act(async () => answers.get('a')?.(pageOf(person('ada'), person('alan'))))
    expect(names()).toEqual(['alan'])
  })

  it('to a reading that began before a revoke does not bring the row back', async () => {
    const inner = memory({ seed: [person('ada'), person('alan')] })
    let answer: ((page: InvitePage) => void) | undefined
    let slow = false
    const transport = {
      ...inner,
      list: (input: Parameters<typeof inner.list>[0]) =>
        slow ? new Promise<InvitePage>((resolve) => (answer = resolve)) : inner.list(input),
    }
    const { client } = renderWith(<PendingInvitesTable transport={transport} />)
    const user = userEvent.setup()
    await screen.findByText('ada@example.com')
    slow = true
    void client.invalidateQueries({ queryKey: inviteKeys.lists(transport) })
    await waitFor(() => expect(answer).toBeDefined())
    slow = false
    await user.click(screen.getByRole('button', { name: 'Revoke invitation of ada@example.com' }))
    await user.click(await screen.findByRole('button', { name: 'Revoke' }))
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('withdrawn'))
    await act(async () => answer?.(pageOf(person('ada'), person('alan'))))
    await waitFor(() => expect(client.isFetching()).toBe(0))
    expect(names()).toEqual(['alan'])
  })
})

describe('two admins', () => {
  it('at once over one server both end with what is there, and are told what the other did', async () => {
    const { transport } = setUp()
    for (const email of ['ada@example.com', 'alan@example.com', 'grace@example.com'])
      await transport.create({ email, role: 'Viewer' })
    const first = renderWith(<PendingInvitesTable transport={transport} />)
    const second = renderWith(<PendingInvitesTable transport={transport} />)
    const [one, other] = [within(first.container), within(second.container)]
    const user = userEvent.setup()
    await one.findByText('ada@example.com')
    await other.findByText('ada@example.com')

    await user.click(one.getByRole('button', { name: 'Revoke invitation of ada@example.com' }))
    await user.click(await one.findByRole('button', { name: 'Revoke' }))
    await waitFor(() => expect(one.getByRole('status')).toHaveTextContent('withdrawn'))
    // The other one still has the row, and is told that it is too late.
    await user.click(other.getByRole('button', { name: 'Resend invitation to ada@example.com' }))
    await waitFor(() =>
      expect(other.getByRole('status')).toHaveTextContent(
        'ada@example.com: This invitation is no longer valid.',
      ),
    )
    await waitFor(() => expect(names(second.container).toSorted()).toEqual(['alan', 'grace']))
    await transport.create({ email: 'hedy@example.com', role: 'Viewer' })
    await user.click(one.getByRole('button', { name: 'Refresh' }))
    await waitFor(() => expect(one.getByRole('status')).toHaveTextContent('1 is new.'))
    expect(names(first.container)).toHaveLength(3)
  })
})
