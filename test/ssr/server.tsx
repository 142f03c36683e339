import { dehydrate, QueryClient } from '@tanstack/react-query'
import { Writable } from 'node:stream'
import * as node from 'react-dom/server'
import * as web from 'react-dom/server.browser'
import { listInvitesOptions, lookupInviteOptions, viewerOptions } from '../../src/query.js'
import { Page } from './Page.tsx'
import { rendered, world } from './world.ts'

// React 19 has it for Node as well.
const { renderToReadableStream } = 'renderToReadableStream' in node ? node : web
const options = { bootstrapModules: ['/client.js'] }

/** Writes the page in pieces, as they come. */
export async function answer(
  way: 'pipeable' | 'readable',
  reads: boolean,
  write: (piece: string) => void,
): Promise<void> {
  const now = () => new Date(rendered)
  const { transport, link } = world(now)
  const client = new QueryClient()
  if (reads) {
    await client.prefetchQuery(listInvitesOptions(transport, { pageSize: 25 }))
    await client.prefetchQuery(lookupInviteOptions(transport, link))
    await client.prefetchQuery(viewerOptions(transport))
  }
  const page = <Page transport={transport} link={link} now={now} state={dehydrate(client)} />
  const decoder = new TextDecoder()
  const onError = (error: unknown) => write(`<pre>${String(error)}</pre>`)
  if (way === 'readable') {
    const stream = await renderToReadableStream(page, { ...options, onError })
    const reader = stream.getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      write(decoder.decode(piece.value, { stream: true }))
    return
  }
  await new Promise((resolve) => {
    const out = new Writable({
      write: (piece: Buffer, _, done) => {
        write(decoder.decode(piece, { stream: true }))
        done()
      },
    }).on('finish', resolve)
    const { pipe } = node.renderToPipeableStream(page, {
      ...options,
      onError,
      onShellReady: () => pipe(out),
    })
  })
}
