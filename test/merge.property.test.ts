import { QueryClient, QueryObserver } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { listInvitesOptions } from '../src/query.js'
import type { Invite } from '../src/schema.js'
import type { InviteTransport } from '../src/transport.js'
import { resendInvite, revokeInvite } from '../src/writes.js'
import { runs } from './input/fuzz.ts'

const row = (at: number): Invite => ({ id: `i${at}`, email: `p${at}@acme.test`, status: 'pending' })
/** One write for each row at most: a row that is busy takes no other. */
const writes = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom('revoke' as const, 'resend' as const),
    at: fc.nat({ max: 3 }),
  }),
  { minLength: 1, selector: ({ at }) => at },
)
const steps = fc
  .tuple(writes, fc.array(fc.constant({ kind: 'read' as const }), { minLength: 1, maxLength: 4 }))
  .map((both) => both.flat())

it('an older list never brings back what a newer write has changed, in any order of answers', () =>
  fc.assert(
    fc.asyncProperty(steps, fc.scheduler(), async (all, s) => {
      let rows = [0, 1, 2, 3].map(row)
      let mails = 0
      const transport: InviteTransport<'list' | 'resend' | 'revoke'> = {
        key: 'merge',
        async list() {
          await s.schedule(Promise.resolve(), 'list arrives')
          const invites = rows
          await s.schedule(Promise.resolve(), 'list answers')
          return { invites }
        },
        async revoke({ id }) {
          await s.schedule(Promise.resolve(), `revoke ${id} arrives`)
          rows = rows.filter((one) => one.id !== id)
          await s.schedule(Promise.resolve(), `revoke ${id} answers`)
        },
        async resend({ id }) {
          await s.schedule(Promise.resolve(), `resend ${id} arrives`)
          mails += 1
          const invite = {
            ...row(Number(id.slice(1))),
            expiresAt: new Date(mails * 1000).toISOString(),
          }
          rows = rows.map((one) => (one.id === id ? invite : one))
          await s.schedule(Promise.resolve(), `resend ${id} answers`)
          return { delivery: 'mailed', invite }
        },
      }
      const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
      const options = listInvitesOptions(transport)
      client.setQueryData(options.queryKey, { invites: rows })
      const observer = new QueryObserver(client, { ...options, staleTime: Infinity })
      const confirmed = new Set<string>()
      const returned: string[] = []
      const leave = observer.subscribe(({ data }) => {
        returned.push(...(data?.invites ?? []).flatMap(({ id }) => (confirmed.has(id) ? id : [])))
      })
      const act = async (one: (typeof all)[number]) => {
        await s.schedule(Promise.resolve(), one.kind)
        if (one.kind === 'read') return client.refetchQueries({ queryKey: options.queryKey })
        const id = `i${one.at}`
        if (one.kind === 'resend') return resendInvite(transport, { id }, client)
        await revokeInvite(transport, { id }, client)
        return confirmed.add(id)
      }
      await s.waitFor(Promise.allSettled(all.map(act)))
      // What the writes had read again.
      do {
        // oxlint-disable-next-line no-await-in-loop
        if (s.count() > 0) await s.waitOne()
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setImmediate(resolve))
      } while (s.count() > 0 || client.isFetching() > 0)
      leave()
      expect(returned).toEqual([])
      expect(client.getQueryData(options.queryKey)).toEqual({ invites: rows })
      client.clear()
    }),
    runs,
  ))
