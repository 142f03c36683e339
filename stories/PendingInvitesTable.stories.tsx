import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { PendingInvitesTable } from '../src/english/PendingInvitesTable.tsx'
import { InviteError } from '../src/error.ts'
import type { InviteTransport } from '../src/transport.ts'
import { memory, type MemoryOptions } from '../src/transports/memory.ts'
import { invite, invites, now, roles } from './samples.ts'

let worlds = 0
/** A provider of its own for each story: no lock, no cooldown and no cache of another one. */
const over = (options: MemoryOptions = {}) =>
  memory({ key: `table-${++worlds}`, roles, now, random: () => 0.5, ...options })

type Play = { canvas: { findByRole: (role: string) => Promise<HTMLElement> } }
/** So that what is looked at, and checked, is the rows and not their loading. */
const play = async ({ canvas }: Play) => {
  await expect(await canvas.findByRole('table')).toBeVisible()
}

const meta = preview.meta({
  title: 'PendingInvitesTable',
  component: PendingInvitesTable,
  args: { transport: over({ seed: invites(8) }), now },
})

export const Filled = meta.story({ play })

export const Loading = meta.story({ args: { transport: over({ latency: 3_600_000 }) } })

export const Empty = meta.story({
  args: { transport: over(), emptyAction: <button type="button">Invite people</button> },
})

export const OneInvite = meta.story({ args: { transport: over({ seed: invites(1) }) }, play })

export const TwoInvites = meta.story({ args: { transport: over({ seed: invites(2) }) }, play })

export const FiftyRows = meta.story({
  args: { transport: over({ seed: invites(50) }), defaultView: { pageSize: 50 } },
  play,
})

export const Pages = meta.story({
  args: { transport: over({ seed: invites(57) }), defaultView: { pageSize: 10 } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Next' }))
    await expect(await canvas.findByText('Page 2 of 6', { selector: 'nav span' })).toBeVisible()
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Next' })).not.toHaveAttribute('aria-disabled'),
    )
  },
})

export const Statuses = meta.story({
  play,
  args: {
    transport: over({
      seed: [
        invite(0),
        invite(1, { mailed: false }),
        invite(2, { expiresAt: '2026-02-20T09:00:00.000Z' }),
        invite(3, { expiryEstimated: true }),
        invite(4, {
          email: undefined,
          name: undefined,
          role: undefined,
          expiresAt: undefined,
          createdAt: undefined,
          invitedBy: undefined,
        }),
      ],
    }),
  },
})

export const NoMatch = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Search invitations'), 'nobody')
    await expect(await canvas.findByText('No invitation matches “nobody”')).toBeVisible()
  },
})

export const Failed = meta.story({ args: { transport: over({ faults: { list: 'forbidden' } }) } })

let reads = 0
export const Stale = meta.story({
  args: {
    transport: over({
      seed: invites(3),
      // The second read is refused; resending what is gone already makes it happen.
      faults: { list: () => (reads++ % 2 ? 'forbidden' : undefined), resend: 'not_found' },
    }),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Resend invitation to ada.lovelace@example.com' }),
    )
    await expect(await canvas.findByText(/may be out of date/)).toBeVisible()
  },
})

export const ResendUnderWay = meta.story({
  args: {
    transport: { ...over({ seed: invites(3) }), resend: () => new Promise(() => undefined) },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Resend invitation to ada.lovelace@example.com' }),
    )
    await expect(await canvas.findByRole('button', { name: 'Sending…' })).toHaveFocus()
  },
})

/** The provider asks for a break: what was pressed is done by itself after it. */
export const Waiting = meta.story({
  args: {
    transport: {
      ...over({ seed: invites(3) }),
      resend: () =>
        Promise.reject(
          new InviteError('rate_limited', { retryAfter: 42_000, outcome: 'not_sent' }),
        ),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Resend invitation to ada.lovelace@example.com' }),
    )
    await expect(await canvas.findByRole('button', { name: /: Stop$/ })).toBeVisible()
  },
})

export const AskedBeforeRevoke = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Revoke invitation of ada.lovelace@example.com' }),
    )
    await expect(await canvas.findByRole('alertdialog')).toBeVisible()
    await expect(await canvas.findByRole('button', { name: 'Keep' })).toHaveFocus()
  },
})

export const RevokeRefused = meta.story({
  args: { transport: over({ seed: invites(3), faults: { revoke: 'forbidden' } }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Revoke invitation of ada.lovelace@example.com' }),
    )
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke' }))
    await expect(
      await canvas.findByText(/You are not allowed/, { selector: '.ik-row-error' }),
    ).toBeVisible()
  },
})

const shared = over({ seed: invites(3) })
let looks = 0
/** Somebody else withdraws the first one between the first reading and the next, which comes with the focus. */
export const AnotherAdmin = meta.story({
  beforeEach: () => {
    looks = 0
  },
  args: {
    transport: {
      ...shared,
      list: async (input, options) => {
        const page = await shared.list(input, options)
        return looks++ ? { ...page, invites: page.invites.slice(1), total: 2 } : page
      },
    },
  },
  play,
})

const { key, list, ...rest } = over({ seed: invites(3) })
const readOnly: InviteTransport<'list'> = { key, list, roles: rest.roles }
export const ReadOnly = meta.story({ args: { transport: readOnly }, play })

export const RowsLeftOut = meta.story({
  play,
  args: {
    transport: { ...readOnly, list: async (input) => ({ ...(await list(input)), unreadable: 2 }) },
  },
})

export const UnknownStatus = meta.story({
  play,
  args: {
    transport: {
      ...readOnly,
      list: async (input) => {
        const page = await list(input)
        return { ...page, invites: page.invites.map((one) => ({ ...one, status: 'unknown' })) }
      },
    },
  },
})

export const Filtered = meta.story({
  args: {
    transport: over({ seed: invites(30) }),
    defaultView: { status: 'expiring', sort: { by: 'expiresAt', direction: 'asc' } },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('columnheader', { name: /Expires/ })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
  },
})

const select = async ({
  canvas,
  userEvent,
}: Parameters<NonNullable<typeof Pages.input.play>>[0]) => {
  await userEvent.click(await canvas.findByLabelText('Select all on this page'))
}

export const Selected = meta.story({
  args: { transport: over({ seed: invites(57) }), defaultView: { pageSize: 10 } },
  play: async (context) => {
    await select(context)
    await expect(
      await context.canvas.findByRole('button', { name: 'Select all 57 that match' }),
    ).toBeVisible()
  },
})

export const BulkUnderWay = meta.story({
  args: {
    transport: { ...over({ seed: invites(8) }), resend: () => new Promise(() => undefined) },
  },
  play: async (context) => {
    await select(context)
    await context.userEvent.click(await context.canvas.findByRole('button', { name: 'Resend' }))
    await expect(await context.canvas.findByText('0 of 8')).toBeVisible()
  },
})

export const BulkResult = meta.story({
  args: {
    transport: over({
      seed: invites(8),
      faults: {
        resend: (input) => ((input as { id: string }).id === 'invite-3' ? 'forbidden' : undefined),
      },
    }),
  },
  play: async (context) => {
    await select(context)
    await context.userEvent.click(await context.canvas.findByRole('button', { name: 'Resend' }))
    await waitFor(() =>
      expect(context.canvas.getByRole('status')).toHaveTextContent('7 were sent again. 1 failed.'),
    )
    await expect(await context.canvas.findByRole('button', { name: 'Try 1 again' })).toBeVisible()
  },
})

export const Menu = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Actions for ada.lovelace@example.com' }),
    )
    await expect(await canvas.findByRole('menuitem', { name: 'Resend' })).toHaveFocus()
  },
})

export const Details = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Actions for ada.lovelace@example.com' }),
    )
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Details' }))
    await expect(await canvas.findByRole('dialog', { name: 'Invitation' })).toBeVisible()
    await expect(await canvas.findByRole('button', { name: 'Copy link' })).toBeVisible()
  },
})

export const Cooldown = meta.story({
  beforeEach: () => () => sessionStorage.clear(),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Resend invitation to ada.lovelace@example.com' }),
    )
    await expect(await canvas.findByRole('button', { name: /^Resend in \d/ })).toHaveFocus()
  },
})

export const Withdrawn = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      await canvas.findByRole('button', { name: 'Revoke invitation of ada.lovelace@example.com' }),
    )
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke' }))
    await expect(await canvas.findByRole('button', { name: 'Invite again' })).toBeVisible()
  },
})

/** This person may revoke nobody else's invites; the server says so too. */
export const NotAllowed = meta.story({
  play,
  args: {
    allow: (operation, { invitedBy }) =>
      operation === 'revoke' && invitedBy !== 'Grace Hopper'
        ? 'Only who invited somebody can withdraw it.'
        : true,
  },
})

export const FiveHundredRows = meta.story({
  args: { transport: over({ seed: invites(10_000) }), defaultView: { pageSize: 500 } },
  play: async ({ canvas }) => {
    const table = await canvas.findByRole('table')
    await expect(table.querySelectorAll('.ik-row').length).toBeLessThanOrEqual(60)
    await expect(table).toHaveAttribute('aria-rowcount', '10001')
  },
})

export const OwnColumns = meta.story({
  play,
  args: {
    columns: [
      'email',
      { id: 'team', header: 'Team', cell: ({ role }) => (role === 'admin' ? 'Core' : 'Design') },
      'expires',
    ],
  },
})

export const CannotList = meta.story({ args: { transport: { key: 'authress:https://a.example' } } })

export const Narrow = meta.story({
  play,
  decorators: [(Story) => <div style={{ maxInlineSize: '20rem' }}>{<Story />}</div>],
})

export const Dark = meta.story({ globals: { theme: 'dark' }, play })

export const RightToLeft = meta.story({ globals: { dir: 'rtl' }, play })

export const Offline = meta.story({
  args: { transport: { ...readOnly, list: () => Promise.reject(new InviteError('offline')) } },
})
