import * as z from 'zod/mini'
import type { Invite } from '../../src/schema.js'
import { invitePageSchema, sentInviteSchema } from '../../src/schema.js'
import type { Subject } from '../../src/testing/index.js'
import type { InviteOperation, InviteTransport } from '../../src/transport.js'
import { pageOf } from '../../src/transports/page.js'
import { createRequester, path, type Fetch } from '../../src/transports/request.js'

type Can = 'create' | 'createMany' | 'list' | 'revoke'
export type Acme = InviteTransport<Can>

export const baseUrl = 'https://acme.test/api'
export const token = 'acme-credential'

/** A provider that somebody else might write a transport to. */
function acmeServer(): Fetch {
  const invites: Invite[] = ['ana', 'bo'].map((name, at) => ({
    id: `i${at}`,
    email: `${name}@acme.test`,
    status: 'pending',
  }))
  const add = (email: string) => {
    const invite: Invite = { id: `i${invites.length}`, email, status: 'pending' }
    invites.push(invite)
    return { email, delivery: 'mailed', invite }
  }
  return async (...args) => {
    const request = new Request(...args)
    const { searchParams } = new URL(request.url)
    if (request.method === 'DELETE') return new Response(null, { status: 204 })
    if (request.method === 'POST')
      return Response.json(
        ((await request.json()) as { email: string }[]).map(({ email }) => add(email)),
      )
    return Response.json(
      pageOf(invites, {
        cursor: searchParams.get('cursor') ?? undefined,
        pageSize: Number(searchParams.get('size')),
      }),
    )
  }
}

/** A transport as it should be. */
export function acme(fetch: Fetch): Acme {
  const headers = { authorization: `Bearer ${token}` }
  const request = createRequester({ provider: 'Acme', baseUrl, headers, fetch })
  const create = (people: { email: string }[], signal?: AbortSignal) =>
    request({
      doing: 'create',
      method: 'POST',
      path: path`/invites`,
      body: people,
      answer: z.array(sentInviteSchema).check(z.length(people.length)),
      write: true,
      signal,
    })
  return {
    key: 'acme:api',
    maxBatch: 10,
    create: async (person, { signal } = {}) => {
      const [sent = { delivery: 'unknown' as const }] = await create([person], signal)
      return sent
    },
    createMany: async (people, { signal } = {}) =>
      (await create(people, signal)).map((sent) => ({ status: 'sent', sent })),
    list: ({ cursor, pageSize }, { signal } = {}) =>
      request({
        doing: 'list',
        method: 'GET',
        path: path`/invites`,
        query: { cursor, size: pageSize ?? 25 },
        answer: invitePageSchema,
        signal,
      }),
    revoke: async ({ id }, { signal } = {}) =>
      request({
        doing: 'revoke',
        method: 'DELETE',
        path: path`/invites/${id}`,
        answer: z.undefined(),
        write: true,
        signal,
      }),
  }
}

/** Acme, under a transport that may have a fault. */
export function subjectOf(
  transport: (fetch: Fetch) => InviteTransport,
  more: Partial<Subject> = {},
): Subject {
  return {
    claims: ['create', 'createMany', 'list', 'revoke'] satisfies InviteOperation[],
    world: () => ({
      fetch: acmeServer(),
      transport,
      inputs: {
        create: { email: 'cy@acme.test' },
        createMany: [{ email: 'zoe@acme.test' }, { email: 'di@acme.test' }],
        list: {},
        revoke: { id: 'i1' },
      },
    }),
    ...more,
  }
}
