import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import type { SendOutcome } from '../../src/send.ts'
import type { InviteTransport } from '../../src/transport.ts'
import { memory, type MemoryMail } from '../../src/transports/index.ts'
import { renderWith } from '../render.tsx'

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]
const field = () => screen.getByLabelText('E-mail addresses')
const submit = () => screen.getByRole('button', { name: /^Send/ })
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${index}@example.com`).join('\n')
const chips = () =>
  screen
    .queryAllByRole('button', { name: /^Remove .*@/ })
    .map((chip) => chip.getAttribute('aria-label'))

describe('InviteForm', () => {
  it('sends to everybody, the address that was typed last and not separated included', async () => {
    const mails: MemoryMail[] = []
    const onSent = vi.fn()
    renderWith(
      <InviteForm
        transport={memory({ roles, onMail: (mail) => mails.push(mail) })}
        onSent={onSent}
      />,
    )
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com, alan@example.com')
    await user.click(submit())
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('2 invitations sent.'))
    expect(mails.map(({ to }) => to)).toEqual(['ada@example.com', 'alan@example.com'])
    expect(chips()).toEqual([])
    expect(onSent).toHaveBeenCalledOnce()
  })

  it('gives the chosen role and exactly the fields that the transport takes', async () => {
    const create = vi.fn(() => Promise.resolve({ delivery: 'mailed' as const }))
    const transport: InviteTransport<'create'> = {
      key: 'test',
      create,
      fields: { groups: 'optional', name: 'optional' },
    }
    renderWith(<InviteForm transport={transport} roles={roles} />)
    const user = userEvent.setup()
    await user.click(field())
    await user.paste('Ada Lovelace <ada@example.com>')
    await user.selectOptions(screen.getByLabelText('Role'), 'Admin')
    await user.type(screen.getByLabelText('Groups'), 'platform, ops')
    await user.click(submit())
    await waitFor(() => expect(create).toHaveBeenCalledOnce())
    expect(create.mock.calls[0]?.[0 as never]).toEqual({
      email: 'ada@example.com',
      name: 'Ada Lovelace',
      role: 'admin',
      groups: ['platform', 'ops'],
    })
    expect(screen.queryByLabelText('Delivery')).toBeNull()
  })

  it('keeps who failed in the field with the reason, and lets go of who was invited', async () => {
    const { key, create } = memory({
      seed: [{ id: 'a', token: 't', email: 'ada@example.com', status: 'pending' }],
    })
    renderWith(<InviteForm transport={{ key, create }} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com alan@example.com{Enter}')
    await user.click(submit())
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('1 invitation sent. 1 was not sent.'),
    )
    expect(chips()).toEqual(['Remove ada@example.com'])
    expect(
      screen.getByRole('button', { name: 'Remove ada@example.com' }),
    ).toHaveAccessibleDescription(/Already invited/)
  })

  it('sends nothing while an entry is no address, and says so in a summary that has the focus', async () => {
    const create = vi.fn()
    renderWith(<InviteForm transport={{ key: 'test', create }} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com, ada@')
    await user.click(submit())
    expect(screen.getByRole('alert')).toHaveTextContent(
      '1 entry cannot be sent. Correct or remove it.',
    )
    expect(screen.getByRole('alert').parentElement).toHaveFocus()
    expect(create).not.toHaveBeenCalled()
    expect(chips()).toEqual(['Remove ada@example.com', 'Remove ada@'])
  })

  it('leads from the summary to an entry far down a long list, as often as it is pressed', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.click(field())
    await user.paste(`${many(300)}\nada@`)
    await user.click(submit())
    const line = screen.getByRole('link', { name: '1 entry cannot be sent. Correct or remove it.' })
    await user.click(line)
    expect(screen.getByRole('button', { name: 'Remove ada@' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Back to the first ones' }))
    await user.click(line)
    expect(screen.getByRole('button', { name: 'Remove ada@' })).toHaveFocus()
    expect(location.hash).toBe('')
  })

  it('takes five thousand at once, and loses none', async () => {
    const sent = vi.fn()
    renderWith(<InviteForm transport={memory()} onSent={sent} />)
    const user = userEvent.setup()
    await user.click(field())
    await user.paste(many(5000))
    expect(screen.getByRole('list', { name: 'Recipients, 5,000' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Send 5,000 invitations' }))
    await waitFor(() => expect(sent).toHaveBeenCalled())
    const [outcomes] = sent.mock.calls[0] as [SendOutcome[]]
    expect(new Set(outcomes.map(({ input }) => input.email)).size).toBe(5000)
    expect(outcomes.every(({ status }) => status === 'sent')).toBe(true)
  })

  it('says of a megabyte of prose that nobody is in it', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.click(field())
    await user.paste('the quick brown fox jumps over the lazy dog. '.repeat(22_000))
    expect(chips()).toEqual([])
    expect(screen.getByRole('status')).toHaveTextContent(/^Left out: the quick brown fox/)
    expect(screen.getByRole('status').textContent.length).toBeLessThan(500)
  })

  it('keeps a message that is too long, and says by how much', async () => {
    const create = vi.fn(() => Promise.resolve({ delivery: 'mailed' as const }))
    const transport: InviteTransport<'create'> = {
      key: 'test',
      create,
      fields: { message: 'optional' },
    }
    renderWith(<InviteForm transport={transport} maxMessage={20} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com')
    const message = screen.getByLabelText('Message')
    await user.click(message)
    await user.paste('Welcome to our company!')
    expect(message).toHaveValue('Welcome to our company!')
    expect(message).toBeInvalid()
    expect(screen.getByRole('status')).toHaveTextContent('23 of 20 characters')
    await user.click(submit())
    await user.click(screen.getByRole('link', { name: 'Shorten the message by 3 characters.' }))
    expect(message).toHaveFocus()
    expect(create).not.toHaveBeenCalled()
    await user.type(message, '{Backspace>3/}')
    await user.click(submit())
    await waitFor(() => expect(create).toHaveBeenCalled())
    expect(create.mock.calls).toMatchObject([[{ message: 'Welcome to our compa' }, {}]])
  })

  it('asks for names where the provider wants one for each, and sends nothing without', async () => {
    const create = vi.fn(() => Promise.resolve({ delivery: 'mailed' as const }))
    const transport: InviteTransport<'create'> = {
      key: 'test',
      create,
      fields: { name: 'required' },
    }
    renderWith(<InviteForm transport={transport} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com')
    await user.click(submit())
    expect(screen.getByRole('alert')).toHaveTextContent('1 person needs a name.')
    expect(create).not.toHaveBeenCalled()
  })

  it('sends once, however often it is pressed', async () => {
    const create = vi.fn(() => new Promise<never>(() => undefined))
    renderWith(<InviteForm transport={{ key: 'test', create }} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com,')
    const button = submit()
    await user.dblClick(button)
    await user.click(button)
    expect(create).toHaveBeenCalledOnce()
    expect(button).toHaveTextContent('Sending 1 invitation…')
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveFocus()
  })

  it('says on a paste what was added, what was there, and what was left out', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com,')
    await user.paste('ADA <ada@EXAMPLE.com>; alan@example.com; bob@')
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 address added. 1 was there already. 1 cannot be sent.',
    )
    expect(screen.getByRole('list', { name: 'Recipients, 3' })).toBeVisible()
  })

  it('leaves a piece of an address to the browser, where the caret is', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@')
    await user.paste('example.com')
    expect(field()).toHaveValue('ada@example.com')
    expect(chips()).toEqual([])
  })

  it('does not commit while an input method composes', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com')
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
    )
    expect(chips()).toEqual([])
  })

  it('commits an address on leaving the field, and drops no other text', async () => {
    renderWith(<InviteForm transport={memory({ roles })} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada')
    await user.tab()
    expect(field()).toHaveValue('ada')
    await user.type(field(), '@example.com')
    await user.tab()
    expect(chips()).toEqual(['Remove ada@example.com'])
    expect(field()).toHaveValue('')
  })

  it('is worked by keyboard: Backspace goes to the last chip and only then removes, focus to the neighbour', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.type(field(), 'a@example.com,b@example.com,c@example.com,')
    await user.keyboard('{Backspace}')
    expect(chips()).toHaveLength(3)
    expect(screen.getByRole('button', { name: 'Remove c@example.com' })).toHaveFocus()
    await user.keyboard('{ArrowLeft}{Delete}')
    expect(chips()).toEqual(['Remove a@example.com', 'Remove c@example.com'])
    expect(screen.getByRole('button', { name: 'Remove c@example.com' })).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Removed b@example.com, 2 left')
    await user.keyboard('{Home}{Delete}{Delete}')
    expect(field()).toHaveFocus()
  })

  it('has one tab stop for all chips', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.type(field(), 'a@example.com,b@example.com,c@example.com,')
    const stops = screen
      .getAllByRole('button', { name: /^Remove/ })
      .filter((chip) => chip.tabIndex === 0)
    expect(stops).toHaveLength(1)
  })

  it('mounts no more than a hundred chips, and turns the pages of a longer list', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.click(field())
    await user.paste(Array.from({ length: 130 }, (_, index) => `p${index}@example.com`).join('\n'))
    expect(chips()).toHaveLength(100)
    await user.click(screen.getByRole('button', { name: 'and 30 more' }))
    expect(chips()).toHaveLength(30)
    expect(screen.getByRole('button', { name: 'Remove p100@example.com' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Back to the first ones' }))
    expect(chips()).toHaveLength(100)
    expect(screen.getByRole('button', { name: 'Remove p0@example.com' })).toHaveFocus()
  })

  it('offers the link of an invite that was not mailed', async () => {
    renderWith(<InviteForm transport={memory({ random: () => 0 })} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com')
    await user.selectOptions(screen.getByLabelText('Delivery'), 'link')
    await user.click(submit())
    await user.click(await screen.findByRole('button', { name: 'Copy link for ada@example.com' }))
    expect(await navigator.clipboard.readText()).toContain(
      'https://app.example.com/invite?token=000',
    )
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied'))
  })

  it('keeps everything that was typed when it is offline', async () => {
    renderWith(<InviteForm transport={memory({ faults: { create: 'offline' } })} />)
    const user = userEvent.setup()
    await user.type(field(), 'ada@example.com')
    await user.click(submit())
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 was not sent.'))
    expect(chips()).toEqual(['Remove ada@example.com'])
    expect(screen.getByRole('button', { name: /^Remove/ })).toHaveAccessibleDescription(
      /You are offline/,
    )
  })

  it('writes out what turns a text around or cannot be seen, in names and in what is no address', async () => {
    renderWith(<InviteForm transport={memory()} />)
    const user = userEvent.setup()
    await user.click(field())
    await user.paste('\u202emoc.live@ada; Ad\u200ba <a@example.com>')
    const list = screen.getByRole('list')
    expect(list).toHaveTextContent('U+202Emoc.live@ada')
    expect(list).toHaveTextContent('AdU+200Ba')
    expect(list.textContent).not.toMatch(/[\u202e\u200b]/)
  })

  it('is named by its heading', () => {
    renderWith(<InviteForm transport={memory()} labels={{ title: 'Invite colleagues' }} />)
    expect(screen.getByRole('form', { name: 'Invite colleagues' })).toBeVisible()
  })
})
