import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { ada, link, world } from '../acceptSetUp.ts'
import { renderWith } from '../render.tsx'

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

describe('names that others wrote', () => {
  const named = (organization: string, more = {}) =>
    renderWith(
      <AcceptInvitePage
        transport={world({ organization, seed: [{ ...ada, ...more }] })}
        link={link}
        viewer={null}
      />,
    )

  it('are text, apart from the sentence around them', async () => {
    const organization = '<img src=x onerror=alert(1)> $& {role}'
    named(organization)
    const title = await heading(/^Join/)
    expect(title).toHaveTextContent(`Join ${organization}`)
    expect(title.querySelector('bdi')).toHaveTextContent(organization)
    expect(document.querySelector('img')).toBeNull()
  })

  it.each([
    ['Win at https://evil.example/ now', 'has a link, a phone number or an address in it'],
    ['Call +1 800 555 0199', 'has a link, a phone number or an address in it'],
    ['Асme', 'mixes letters of different alphabets'],
    ['Acme\u202Egnitekram', 'has characters in it that do not belong there'],
  ])('are warned about, and never a link: %s', async (organization, warning) => {
    named(organization)
    await heading(/^Join/)
    expect(screen.getByText(new RegExp(warning))).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByRole('main').textContent).not.toContain('\u202E')
  })

  it('are warned about in the inviter too, but not where it is the plain address of one', async () => {
    const { unmount } = named('Acme', { invitedBy: 'Ada, call +1 800 555 0199' })
    await heading('Join Acme')
    expect(screen.getByText(/^Look twice/)).toBeVisible()
    unmount()
    named('Acme', { invitedBy: 'charles@example.com' })
    await heading('Join Acme')
    expect(screen.queryByText(/^Look twice/)).toBeNull()
  })

  it('are clipped', async () => {
    named('x'.repeat(3000))
    expect((await heading(/^Join/)).textContent.length).toBeLessThan(90)
  })
})
