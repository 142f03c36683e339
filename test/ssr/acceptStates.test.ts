import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AcceptInvitePage } from '../../src/english/AcceptInvitePage.tsx'
import { useAcceptInvite } from '../../src/hooks/useAcceptInvite.ts'
import { accept as labels } from '../../src/locales/en.ts'
import { lookupInviteOptions } from '../../src/query.ts'
import { ada, link, world } from '../acceptSetUp.ts'

it.each([
  ['pending', 'Join '],
  ['expired', labels.expired],
  ['revoked', labels.revoked],
  ['accepted', labels.used],
  ['declined', labels.declined],
] as const)(
  'a server that has read an invite which is %s says so in its HTML',
  async (status, said) => {
    const transport = world({ seed: [{ ...ada, status }] })
    const client = new QueryClient()
    await client.prefetchQuery(lookupInviteOptions(transport, link))
    const page = createElement(AcceptInvitePage, { transport, link, viewer: null })
    const stream = await renderToReadableStream(
      createElement(QueryClientProvider, { client }, page),
    )
    await stream.allReady
    const html = await new Response(stream).text()
    expect(html).toContain(`class="ik-title">${said}`)
    expect(html).not.toContain('canary')
  },
)

it('so does the hook alone', async () => {
  const transport = world()
  const client = new QueryClient()
  await client.prefetchQuery(lookupInviteOptions(transport, link))
  const Status = () => useAcceptInvite(transport, link, { viewer: null }).status
  const stream = await renderToReadableStream(
    createElement(QueryClientProvider, { client }, createElement(Status)),
  )
  expect(await new Response(stream).text()).toBe('ready')
})
