import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { InviteForm } from '../src/components/InviteForm.tsx'
import { memory, type MemoryOptions } from '../src/transports/memory.ts'
import { invite, now, roles } from './samples.ts'

const over = (options: MemoryOptions = {}) => memory({ roles, now, random: () => 0.5, ...options })

const meta = preview.meta({
  title: 'InviteForm',
  component: InviteForm,
  args: { transport: over() },
})

export const Empty = meta.story()

export const OneRecipient = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@example.com,')
    await expect(canvas.getByRole('list', { name: 'Recipients, 1' })).toBeVisible()
  },
})

export const ManyRecipients = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByLabelText('E-mail addresses'))
    await userEvent.paste(
      '"Lovelace, Ada" <ada@example.com>; Alan Turing <alan@example.com>\ngrace@example.org\tbarbara@example.net, not an address',
    )
    await expect(canvas.getByText('ada@example.com')).toBeVisible()
  },
})

export const InvalidRecipient = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@example.com, ada@,')
    await expect(canvas.getByText('Not an e-mail address')).toBeVisible()
  },
})

export const NothingToSend = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitations' }))
    await expect(canvas.getByRole('alert')).toHaveTextContent('Add at least one e-mail address.')
    await expect(canvas.getByRole('alert').parentElement).toHaveFocus()
  },
})

export const Sending = meta.story({
  args: { transport: over({ latency: 3_600_000 }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(
      canvas.getByLabelText('E-mail addresses'),
      'ada@example.com, alan@example.com,',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Send 2 invitations' }))
    await expect(canvas.getByRole('button', { name: 'Sending 2 invitations…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
})

export const Sent = meta.story({
  args: { transport: over() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(
      canvas.getByLabelText('E-mail addresses'),
      'ada@example.com, alan@example.com',
    )
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('2 invitations sent.'))
  },
})

export const StoredNotMailed = meta.story({
  args: { transport: over() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@example.com')
    await userEvent.selectOptions(canvas.getByLabelText('Delivery'), 'link')
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }))
    await expect(
      await canvas.findByRole('button', { name: 'Copy link for ada@example.com' }),
    ).toBeVisible()
  },
})

export const PartialFailure = meta.story({
  args: { transport: over({ seed: [invite(0)] }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(
      canvas.getByLabelText('E-mail addresses'),
      'ada.lovelace@example.com, alan@example.com',
    )
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('1 was not sent.'))
    await expect(canvas.getByRole('list', { name: 'Recipients, 1' })).toHaveTextContent(
      'Already invited',
    )
  },
})

export const Offline = meta.story({
  args: { transport: over({ faults: { create: 'offline' } }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@example.com')
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('1 was not sent.'))
  },
})

export const RateLimited = meta.story({
  args: { transport: over({ faults: { create: 'rate_limited' } }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@example.com')
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('1 was not sent.'))
  },
})

export const Folded = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByLabelText('E-mail addresses'))
    await userEvent.paste(
      Array.from({ length: 150 }, (_, index) => `person${index}@example.com`).join('\n'),
    )
    await expect(canvas.getByRole('button', { name: 'and 50 more' })).toBeVisible()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' }, play: ManyRecipients.input.play })

export const RightToLeft = meta.story({ globals: { dir: 'rtl' }, play: ManyRecipients.input.play })
