import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.tsx'
import { InviteForm } from '../src/english/InviteForm.tsx'
import { InviteError, type InviteErrorCode } from '../src/error.ts'
import { sendJournal } from '../src/hooks/sendJournal.ts'
import type { Delivery } from '../src/schema.ts'
import { memory, type MemoryOptions } from '../src/transports/memory.ts'
import { invite, now, roles } from './samples.ts'

let worlds = 0
/** A provider of its own for each story: no lock, no cooldown and no cache of another one. */
const over = (options: MemoryOptions = {}) =>
  memory({ key: `form-${++worlds}`, roles, now, random: () => 0.5, ...options })

/** One call a person, and no list to look things up in. */
const oneByOne = (options: MemoryOptions = {}) => {
  const { key, create, fields, roles: its } = over(options)
  return { key, create, fields, roles: its }
}

const meta = preview.meta({
  title: 'InviteForm',
  component: InviteForm,
  args: { transport: over() },
})

export const Empty = meta.story()

export const Typing = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@exam')
  },
})

export const OneRecipient = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@example.com,')
    await expect(await canvas.findByRole('list', { name: 'Recipients, 1' })).toBeVisible()
  },
})

export const ManyRecipients = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByLabelText('E-mail addresses'))
    await userEvent.paste(
      '"Lovelace, Ada" <ada@example.com>; Alan Turing <alan@example.com>\ngrace@example.org\tbarbara@example.net, not an address',
    )
    await expect(await canvas.findByText('ada@example.com')).toBeVisible()
  },
})

export const InvalidRecipient = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('E-mail addresses'), 'ada@example.com, ada@,')
    await expect(await canvas.findByText('Not a whole e-mail address')).toBeVisible()
  },
})

export const NothingToSend = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Send invitations' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent(
      'Add at least one e-mail address.',
    )
    await waitFor(() => expect(canvas.getByRole('alert').parentElement).toHaveFocus())
  },
})

export const Sending = meta.story({
  args: { transport: over({ latency: 3_600_000 }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(
      canvas.getByLabelText('E-mail addresses'),
      'ada@example.com, alan@example.com,',
    )
    await userEvent.click(await canvas.findByRole('button', { name: 'Send 2 invitations' }))
    await expect(
      await canvas.findByRole('button', { name: 'Sending 2 invitations…' }),
    ).toHaveAttribute('aria-disabled', 'true')
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
  args: { transport: oneByOne({ seed: [invite(0)] }) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(
      canvas.getByLabelText('E-mail addresses'),
      'ada.lovelace@example.com, alan@example.com',
    )
    await userEvent.click(canvas.getByRole('button', { name: /^Send/ }))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('1 was not sent.'))
    await expect(await canvas.findByRole('list', { name: 'Recipients, 1' })).toHaveTextContent(
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

const paste = (text: string): typeof ManyRecipients.input.play => {
  return async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByLabelText('E-mail addresses'))
    await userEvent.paste(text)
  }
}
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `person${index}@example.com`).join('\n')

export const TwentyRecipients = meta.story({
  play: async (context) => {
    await paste(many(20))?.(context)
    await expect(await context.canvas.findByRole('list', { name: 'Recipients, 20' })).toBeVisible()
  },
})

export const Folded = meta.story({
  play: async (context) => {
    await paste(many(150))?.(context)
    await expect(await context.canvas.findByRole('button', { name: 'and 50 more' })).toBeVisible()
  },
})

export const FiveThousand = meta.story({
  play: async (context) => {
    await paste(many(5000))?.(context)
    await expect(
      await context.canvas.findByRole('button', { name: 'and 4,900 more' }),
    ).toBeVisible()
    await expect(
      await context.canvas.findByRole('button', { name: 'Send 5,000 invitations' }),
    ).toBeVisible()
  },
})

/** What is known before anything is sent: rules, members, pending invites, slips, look-alikes. */
export const KnownBefore = meta.story({
  args: {
    transport: over({ seed: [invite(0)] }),
    members: ['alan.turing@example.com'],
    domains: { own: ['example.com'], deny: ['mailinator.com'] },
  },
  play: async (context) => {
    await paste(
      'ada.lovelace@example.com alan.turing@example.com eve@mailinator.com bob@gmial.com grace@example.com mallory@pаypal.com jeff@臺網中心.tw carol@example..com dan@elsewhere.org',
    )?.(context)
    await expect(await context.canvas.findByText('Already invited')).toBeVisible()
    await expect(await context.canvas.findByText('Already a member')).toBeVisible()
  },
})

export const Editing = meta.story({
  play: async (context) => {
    await paste('Ada <ada@example.com>, alan@exampl.com, grace@example.com')?.(context)
    await context.userEvent.click(await context.canvas.findByText('alan@exampl.com'))
    const editor = await context.canvas.findByLabelText('Change alan@exampl.com')
    await waitFor(() => expect(editor).toHaveFocus())
  },
})

/** Everything that a provider may take, with inputs of the app's own. */
export const EveryField = meta.story({
  args: {
    transport: {
      ...oneByOne(),
      fields: {
        name: 'optional',
        groups: 'optional',
        message: 'optional',
        expiresAt: 'optional',
        sendMail: 'optional',
      },
    },
    groups: [
      { value: 'platform', label: 'Platform' },
      { value: 'design', label: 'Design' },
      { value: 'support', label: 'Support' },
    ],
    seats: { total: 25, members: 17, pending: 4 },
    now,
    children: (
      <label className="ik-field">
        <span className="ik-label">Cost centre</span>
        <input className="ik-input" name="costCentre" />
      </label>
    ),
  },
  play: async (context) => {
    await paste('ada@example.com, alan@example.com')?.(context)
    await context.userEvent.selectOptions(context.canvas.getByLabelText('Expires'), '7')
    await context.userEvent.type(context.canvas.getByLabelText('Message'), 'Welcome aboard!')
    await expect(await context.canvas.findByText(/23 of 25 seats/)).toBeVisible()
  },
})

export const SeatsShort = meta.story({
  args: { seats: { total: 10, members: 7, pending: 2 } },
  play: async (context) => {
    await paste('ada@example.com, alan@example.com, grace@example.com')?.(context)
    await context.userEvent.click(context.canvas.getByRole('button', { name: /^Send/ }))
    await expect(await context.canvas.findByRole('alert')).toHaveTextContent('Take out 2 people')
  },
})

export const SlowNetwork = meta.story({
  args: { transport: oneByOne({ latency: 3_600_000 }) },
  play: async (context) => {
    await paste(many(25))?.(context)
    await context.userEvent.click(context.canvas.getByRole('button', { name: /^Send/ }))
    await expect(await context.canvas.findByText('0 of 25')).toBeVisible()
    await expect(await context.canvas.findByRole('button', { name: 'Stop' })).toBeVisible()
  },
})

/** The provider asks for a break in the middle. */
export const Waiting = meta.story({
  args: {
    transport: {
      ...oneByOne(),
      create: () =>
        Promise.reject(
          new InviteError('rate_limited', { retryAfter: 42_000, outcome: 'not_sent' }),
        ),
    },
  },
  play: async (context) => {
    await paste(many(25))?.(context)
    await context.userEvent.click(context.canvas.getByRole('button', { name: /^Send/ }))
    await expect(await context.canvas.findByText(/It goes on in \d+ s/)).toBeVisible()
  },
})

/** Every outcome there is. */
export const EveryOutcome = meta.story({
  args: {
    transport: {
      ...oneByOne(),
      create: ({ email }) => {
        const [name = ''] = email.split('@')
        const code = refusals[name]
        if (code)
          return Promise.reject(
            new InviteError(code, { outcome: code === 'timeout' ? 'unknown' : 'not_sent' }),
          )
        const url = `https://app.example.com/invite?token=${name}`
        const delivery = deliveries[name] ?? 'mailed'
        return Promise.resolve({ email, delivery, ...(delivery === 'stored' && { url }) })
      },
    },
  },
  play: async (context) => {
    const names = [...Object.keys(refusals), ...Object.keys(deliveries), 'ada', 'alan', 'grace']
    await paste(names.map((name) => `${name}@example.com`).join(' '))?.(context)
    await context.userEvent.click(context.canvas.getByRole('button', { name: /^Send/ }))
    await expect(
      await context.canvas.findByRole('button', { name: 'Download results' }),
    ).toBeVisible()
  },
})
const refusals: Record<string, InviteErrorCode> = {
  member: 'already_member',
  invited: 'already_invited',
  refused: 'forbidden',
  lost: 'timeout',
}
const deliveries: Record<string, Delivery> = {
  stored: 'stored',
  byhand: 'stored',
  added: 'added',
  silent: 'unknown',
}

/** After a reload in the middle of sending. */
export const Interrupted = meta.story({
  args: { transport: { ...oneByOne(), key: 'interrupted' } },
  beforeEach: () => {
    const journal = sendJournal('interrupted', sessionStorage)
    const people = many(25)
      .split('\n')
      .map((email) => ({ input: { email }, key: email }))
    journal.begin(people, now().getTime())
    for (let index = 0; index < 7; index++) journal.mark(index)
    return () => journal.end()
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('A sending was interrupted: 7 of 25 were done.'),
    ).toBeVisible()
  },
})

/** A file with rows that are good and rows that are not. */
export const FileImport = meta.story({
  play: async ({ canvas, userEvent, canvasElement }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]')
    const file = new File(
      [
        'Name;E-Mail;Role\nAda Lovelace;ada@example.com;admin\nAlan Turing;alan@;member\nGrace Hopper;grace@example.com;captain\nBarbara Liskov;barbara@example.com;\n',
      ],
      'people.csv',
      { type: 'text/csv' },
    )
    if (input) await userEvent.upload(input, file)
    await expect(await canvas.findByRole('button', { name: 'Add 2 people' })).toBeVisible()
  },
})

export const Dark = meta.story({
  ...KnownBefore.input,
  globals: { theme: 'dark' },
})

export const RightToLeft = meta.story({ globals: { dir: 'rtl' }, play: ManyRecipients.input.play })

/** 320 px wide. */
export const Narrow = meta.story({
  ...EveryOutcome.input,
  globals: { viewport: { value: 'mobile1', isRotated: false } },
})
