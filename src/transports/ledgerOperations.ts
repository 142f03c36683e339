import { InviteError } from '../error.js'
import type { Invite } from '../schema.js'
import { isLost } from '../sendOutcome.js'
import {
  can,
  type CreateOutcome,
  type InviteOperations,
  type InviteTransport,
} from '../transport.js'
import { ledgerBook } from './ledgerBook.js'
import { aged, goneCodes, ledgerCheck } from './ledgerCheck.js'
import type { LedgerOptions } from './ledgerOptions.js'
import { ledgerResend } from './ledgerResend.js'
import type { LedgerStorage } from './ledgerRows.js'
import { pageOf } from './page.js'
import { pooled } from './pooled.js'

type Kept = Pick<
  InviteOperations,
  'create' | 'createMany' | 'list' | 'resend' | 'update' | 'revoke'
>

/** What a ledger does itself, as far as the transport can: `key` names its rows. */
export function ledgerOperations(
  transport: InviteTransport<'create'>,
  key: string,
  storage: LedgerStorage,
  options: LedgerOptions,
): Kept {
  const { now = () => new Date() } = options
  const book = ledgerBook(key, storage, options)

  const create: InviteOperations['create'] = async (input, call) => {
    try {
      return await book.record(await transport.create(input, { ...call, identify: true }), input)
    } catch (error) {
      if (InviteError.from(error).outcome === 'unknown') await book.doubt(input)
      throw error
    }
  }

  const list: InviteOperations['list'] = async (input, { signal } = {}) => {
    signal?.throwIfAborted()
    const { rows, unreadable } = await book.all()
    signal?.throwIfAborted()
    const { check, settle } = ledgerCheck(transport, book, options, signal)
    const checked = new Map<string, Invite | undefined>()
    let invites = rows.map(({ invite }) => aged(invite, now()))
    for (;;) {
      const page = pageOf(invites, input)
      const unchecked = page.invites.filter(({ id }) => !checked.has(id))
      if (unchecked.length === 0) {
        await settle() // oxlint-disable-line no-await-in-loop -- once
        return { ...page, ...(unreadable > 0 && { unreadable }) }
      }
      // oxlint-disable-next-line no-await-in-loop -- until a page is full of rows that stand
      await pooled(unchecked, 6, async (invite) => {
        checked.set(invite.id, await check(invite))
      })
      invites = invites.flatMap((one) => (checked.has(one.id) ? (checked.get(one.id) ?? []) : one))
    }
  }

  const many: Pick<InviteOperations, 'createMany'> | false = can(transport, 'createMany') && {
    createMany: async (inputs, call) => {
      const outcomes = await transport.createMany(inputs, call)
      const record = async (one: CreateOutcome, at: number): Promise<CreateOutcome> => {
        const input = inputs[at]
        if (input && isLost(one)) await book.doubt(input)
        return input && one.status === 'sent'
          ? { ...one, sent: await book.record(one.sent, input) }
          : one
      }
      return Promise.all(outcomes.map(record))
    },
  }

  const update: Pick<InviteOperations, 'update'> | false = can(transport, 'update') && {
    update: async (input, call) => {
      const updated = await transport.update(input, call)
      const row = await book.find(input.id).catch(() => undefined)
      const { role } = input
      if (row) await book.change({ invite: { ...row.invite, role }, input: { ...row.input, role } })
      return updated
    },
  }

  const revoke: Pick<InviteOperations, 'revoke'> | false = can(transport, 'revoke') && {
    revoke: async (input, call) => {
      try {
        await transport.revoke(input, call)
      } catch (error) {
        const { code } = InviteError.from(error)
        // Where the provider can be asked, the list knows better who may say so.
        const sure = code !== 'not_found' || !can(transport, 'lookup')
        if (sure && goneCodes.includes(code)) await book.forget(input.id)
        throw error
      }
      await book.forget(input.id)
    },
  }

  const resend = ledgerResend(transport, book, options)
  return { create, list, resend, ...many, ...update, ...revoke } as Kept
}
