import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { InviteFormProps } from '../../src/components/InviteForm.tsx'
import { InviteForm } from '../../src/english/InviteForm.tsx'
import { memory } from '../../src/transports/index.ts'
import type { InviteTransport } from '../../src/transport.ts'
import { renderWith } from '../render.tsx'

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'admin', label: 'Admin' },
]
const field = () => screen.getByLabelText('E-mail addresses')
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const chip = (text: string) => screen.getByText(text).closest('li') ?? document.body
const texts = () =>
  screen
    .queryAllByRole('button', { name: /^Remove .*@/ })
    .map((one) => one.getAttribute('aria-label')?.replace('Remove ', ''))
const status = () => screen.getByRole('status')

function show(props: Partial<InviteFormProps> = {}) {
  const create = vi.fn<InviteTransport<'create'>['create']>(() =>
    Promise.resolve({ delivery: 'mailed' }),
  )
  const transport: InviteTransport<'create'> = { key: 'test', create }
  renderWith(<InviteForm transport={transport} roles={roles} {...props} />)
  return { create, user: userEvent.setup() }
}

async function paste(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.click(field())
  await user.paste(text)
}

describe('a recipient', () => {
  it('is changed in its place by F2, and keeps it; Enter keeps what was typed', async () => {
    const { user } = show()
    await paste(user, 'ada@exampl.com, alan@example.com')
    button('Remove ada@exampl.com').focus()
    await user.keyboard('{F2}')
    const input = await screen.findByLabelText('Change ada@exampl.com')
    expect(input).toHaveFocus()
    await user.clear(input)
    await user.type(input, 'ada@example.com{Enter}')
    expect(texts()).toEqual(['ada@example.com', 'alan@example.com'])
    expect(button('Remove ada@example.com')).toHaveFocus()
  })

  it('is changed by a press on it; Escape leaves it as it was', async () => {
    const { user } = show()
    await paste(user, 'ada@example.com')
    await user.click(screen.getByText('ada@example.com'))
    await user.type(await screen.findByLabelText('Change ada@example.com'), 'nonsense{Escape}')
    expect(texts()).toEqual(['ada@example.com'])
    expect(button('Remove ada@example.com')).toHaveFocus()
  })

  it('that becomes several adds the others, that becomes none is removed, and nothing typed is lost', async () => {
    const { user } = show()
    await paste(user, 'ada@example.com, alan@example.com')
    const change = async (from: string, to: string) => {
      await user.click(screen.getByText(from))
      const input = await screen.findByLabelText(`Change ${from}`)
      await user.clear(input)
      if (to) await user.type(input, to)
      await user.click(button('Done'))
    }
    await change('ada@example.com', 'ada@example.org, grace@example.org')
    expect(texts()).toEqual(['ada@example.org', 'grace@example.org', 'alan@example.com'])
    await change('alan@example.com', '')
    expect(texts()).toEqual(['ada@example.org', 'grace@example.org'])
    await change('grace@example.org', 'grace')
    expect(chip('grace')).toHaveTextContent('Not a whole e-mail address')
  })

  it('may have a name and a role of its own, which are sent for this one alone', async () => {
    const create = vi.fn<InviteTransport<'create'>['create']>(() =>
      Promise.resolve({ delivery: 'mailed' }),
    )
    const transport: InviteTransport<'create'> = {
      key: 'test',
      create,
      fields: { name: 'required' },
    }
    const { user } = show({ transport })
    await paste(user, 'ada@example.com, Alan <alan@example.com>')
    expect(chip('ada@example.com')).toHaveTextContent('Name missing')
    await user.click(screen.getByText('ada@example.com'))
    await user.type(await screen.findByLabelText('Name'), 'Ada')
    const editor = within(screen.getByLabelText('Name').closest('li') ?? document.body)
    await user.selectOptions(editor.getByLabelText('Role'), 'Admin')
    await user.keyboard('{Enter}')
    expect(chip('ada@example.com')).toHaveTextContent('Admin')
    await user.click(button('Send 2 invitations'))
    await waitFor(() => expect(create).toHaveBeenCalledTimes(2))
    expect(create.mock.calls.map(([input]) => input)).toEqual([
      { email: 'ada@example.com', name: 'Ada', role: 'admin' },
      { email: 'alan@example.com', name: 'Alan', role: 'member' },
    ])
  })

  it('with a slip in a well-known domain is offered the other, and changed on a press only', async () => {
    const { user, create } = show()
    await paste(user, 'ada@gmial.com')
    expect(create).not.toHaveBeenCalled()
    await user.click(button('Did you mean ada@gmail.com?'))
    expect(texts()).toEqual(['ada@gmail.com'])
    expect(button('Remove ada@gmail.com')).toHaveFocus()
  })

  it('with an internationalised domain is shown in both forms', async () => {
    const { user } = show()
    await paste(user, 'jeff@臺網中心.tw')
    expect(screen.getByText('jeff@臺網中心.tw (jeff@xn--fiqq24b10vi0d.tw)')).toBeVisible()
  })

  it.each([
    ['ada@', 'Not a whole e-mail address'],
    ['a@b@example.com', 'More than one address, or a space in it'],
    ['ada@example..com', 'A dot or hyphen is out of place'],
    ['ada"x"@example.com', 'A character in it cannot be used in an address'],
  ])('%s is kept and marked with the reason in text', async (text, reason) => {
    const { user } = show()
    await user.type(field(), `${text},`)
    expect(chip(text)).toHaveTextContent(reason)
    expect(button(`Remove ${text}`)).toHaveAccessibleDescription(reason)
  })
})

describe('the list', () => {
  it('takes the last change back, by key and by button, and the focus stays in the field', async () => {
    const { user } = show()
    await paste(user, 'ada@example.com, alan@example.com')
    button('Remove ada@example.com').focus()
    await user.keyboard('{Delete}')
    expect(texts()).toEqual(['alan@example.com'])
    await user.keyboard('{Control>}z{/Control}')
    expect(texts()).toEqual(['ada@example.com', 'alan@example.com'])
    expect(status()).toHaveTextContent('The last change was taken back.')
    await user.click(button('Undo'))
    expect(texts()).toEqual([])
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(field()).toHaveFocus()
  })

  it('lets go of all that cannot be sent at once, and can have them back', async () => {
    const { user } = show()
    await paste(user, 'ada@example.com; a@; b@; alan@example.com')
    await user.click(button('Remove 2 that cannot be sent'))
    expect(texts()).toEqual(['ada@example.com', 'alan@example.com'])
    expect(status()).toHaveTextContent('2 entries removed.')
    expect(field()).toHaveFocus()
    await user.click(button('Undo'))
    expect(texts()).toEqual(['ada@example.com', 'alan@example.com', 'a@', 'b@'])
  })

  it('knows members, pending invites and forbidden domains before anything is sent', async () => {
    const transport = memory({
      roles,
      seed: [
        { id: 'a', token: 't', email: 'Ada@Example.com', status: 'pending' },
        { id: 'b', token: 'u', email: 'old@example.com', status: 'expired' },
      ],
    })
    const { user } = show({
      transport,
      members: ['alan@EXAMPLE.com'],
      domains: { deny: ['spam.example'], own: ['example.com'] },
    })
    await paste(
      user,
      'Ada@example.com alan@example.com eve@spam.example old@example.com bob@other.com',
    )
    expect(chip('alan@example.com')).toHaveTextContent('Already a member')
    expect(chip('eve@spam.example')).toHaveTextContent('This domain cannot be invited')
    expect(chip('bob@other.com')).toHaveTextContent('Outside your organization')
    await waitFor(() => expect(chip('Ada@example.com')).toHaveTextContent('Already invited'))
    expect(chip('old@example.com')).not.toHaveTextContent('Already invited')
    await user.click(button(/^Send/))
    expect(screen.getByRole('alert')).toHaveTextContent('3 entries cannot be sent')
    await user.click(screen.getByRole('link', { name: /3 entries/ }))
    expect(button('Remove Ada@example.com')).toHaveFocus()
  })

  it('offers to resend a pending invite instead of a second one', async () => {
    const onMail = vi.fn()
    const transport = memory({
      onMail,
      seed: [{ id: 'a', token: 't', email: 'ada@example.com', status: 'pending' }],
    })
    const { user } = show({ transport })
    await paste(user, 'ada@example.com')
    await user.click(
      await screen.findByRole('button', {
        name: 'Resend the invitation to ada@example.com instead',
      }),
    )
    await waitFor(() => expect(texts()).toEqual([]))
    expect(onMail).toHaveBeenCalledOnce()
    expect(status()).toHaveTextContent('Sent again to ada@example.com.')
    expect(field()).toHaveFocus()
  })

  it('never has more than 320 nodes in the field, whatever there is to say of them', async () => {
    const { user } = show()
    for (const line of [
      (index: number) => `p${index}@example.com`,
      (index: number) => `Person ${index} <p${index}@example.com>`,
      (index: number) => `Person ${index} <p${index}@gmial.com>`,
      (index: number) => `p${index}@`,
    ]) {
      // One list after the other.
      // oxlint-disable-next-line no-await-in-loop
      await paste(user, Array.from({ length: 400 }, (_, index) => line(index)).join('\n'))
      const nodes = field().closest('.ik-field')?.querySelectorAll('*').length
      expect(nodes).toBeGreaterThan(200)
      expect(nodes).toBeLessThanOrEqual(320)
      // oxlint-disable-next-line no-await-in-loop
      await user.click(button('Undo'))
    }
  })
})
