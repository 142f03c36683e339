import * as z from 'zod/mini'
import { InviteError } from '../error.js'
import { fromWhole } from '../fromWhole.js'
import type { CreateInviteInput, Delivery, Invite, SentInvite } from '../schema.js'
import type { CreateOptions, InviteOperations } from '../transport.js'
import { bearer } from './bearer.js'
import type { GrafanaOptions } from './grafanaOptions.js'
import { grafanaJudge } from './grafanaErrors.js'
import { grafanaInvitee } from './grafanaInvitee.js'
import { grafanaInvites } from './grafanaInvites.js'
import { missing, notSent } from './notSent.js'
import { pageOf } from './page.js'
import { refuseBlank } from './refuseBlank.js'
import { createRequester, path, type RequesterConfig } from './request.js'

const done = /*#__PURE__*/ z.object({ message: z.string() })
const created = /*#__PURE__*/ z.object({ message: z.string(), userId: z.optional(z.number()) })
const rows = /*#__PURE__*/ z.array(z.unknown())

/** First word of the answer to create: the rest has the address in it. */
const deliveries = /*#__PURE__*/ new Map<string | undefined, Delivery>([
  ['Sent', 'mailed'],
  ['Created', 'stored'],
])

/** What can be done at Grafana. `root` is the base URL without a slash at its end. */
export function grafanaOperations(
  root: string,
  { fetch, timeout, onUnauthenticated, token, orgId, inviteLifetime = 86_400_000 }: GrafanaOptions,
): Pick<InviteOperations, 'create' | 'list' | 'resend' | 'revoke' | 'lookup' | 'accept'> {
  const invitee: RequesterConfig = {
    provider: 'Grafana',
    baseUrl: `${root}/api`,
    fetch,
    timeout,
    secrets: [token],
    judge: grafanaJudge,
  }
  const inviter: RequesterConfig = {
    ...invitee,
    onUnauthenticated,
    headers: async () => ({
      ...(await bearer(token)),
      ...(orgId !== undefined && { 'x-grafana-org-id': String(orgId) }),
    }),
  }
  const request = createRequester(inviter)

  const read = async (doing: string, signal?: AbortSignal) =>
    grafanaInvites(
      await request({ doing, method: 'GET', path: '/org/invites', answer: rows, signal }),
      inviteLifetime,
    )

  const post = async (
    doing: string,
    { email, name, role, sendMail }: CreateInviteInput,
    signal?: AbortSignal,
  ): Promise<Delivery> => {
    refuseBlank('Grafana', { email, role })
    let doneAnyway: Delivery | undefined
    try {
      const { message, userId } = await createRequester({
        ...inviter,
        judge(refusal) {
          const verdict = grafanaJudge(refusal)
          doneAnyway = verdict.done
          // In other words than are known, a 412 may stand for a saved invite, as that of SMTP does.
          const unclear = refusal.status === 412 && !verdict.code
          return unclear ? { ...verdict, outcome: 'unknown' } : verdict
        },
      })({
        doing,
        method: 'POST',
        path: '/org/invites',
        body: { loginOrEmail: email, name, role, sendEmail: sendMail !== false },
        answer: created,
        write: true,
        signal,
      })
      if (userId !== undefined) return 'added'
      return deliveries.get(message.split(' ')[0]) ?? 'unknown'
    } catch (error) {
      if (doneAnyway) return doneAnyway
      throw error
    }
  }

  /** Creates, then looks for what came of it: the answer has neither id nor link. */
  const send = async (
    doing: string,
    input: CreateInviteInput,
    { signal, identify }: CreateOptions,
    before: Invite[] = [],
  ): Promise<SentInvite> => {
    const { email } = input
    const delivery = await post(doing, input, signal)
    if (delivery === 'added' || (delivery === 'mailed' && identify === false))
      return { email, delivery }
    // The invite exists: a list that cannot be read must not make a failure of it.
    const listed = await read(doing, signal).catch(() => undefined)
    const invite = listed?.invites.find(
      (one) =>
        one.email?.toLowerCase() === email.toLowerCase() && !before.some(({ id }) => id === one.id),
    )
    return { email, delivery, invite, url: invite?.url }
  }

  const revoke = async (doing: string, id: string, signal?: AbortSignal): Promise<void> => {
    const call = {
      doing,
      path: path`/org/invites/${id}/revoke`,
      answer: done,
      write: true,
      secrets: [id],
      signal,
    }
    try {
      await request({ ...call, method: 'PATCH', body: {} })
    } catch (error) {
      // Every server looked at takes PATCH. One without that route goes by the published document.
      if (!(InviteError.is(error) && error.status === 404 && error.code === 'config')) throw error
      await request({ ...call, method: 'DELETE' })
    }
  }

  return {
    create: (input, call = {}) => send('create', input, call),

    async list(input, { signal } = {}) {
      const { invites, unreadable } = await read('list', signal)
      return fromWhole(input, (asked) => ({
        ...pageOf(invites, asked),
        ...(unreadable > 0 && { unreadable }),
      }))
    },

    async resend({ id }, { signal } = {}) {
      const { invites, unreadable } = await read('resend', signal).catch(notSent)
      const old = invites.find((invite) => invite.id === id)
      if (!old) throw missing(unreadable)
      const { email = '', name, role } = old
      const sent = await send('resend', { email, name, role }, { signal }, invites)
      // Not before the new one is seen to exist; and once the mail is out, nothing makes a failure of it.
      if (sent.invite || sent.delivery === 'added')
        await revoke('resend', id, signal).catch(() => undefined)
      return sent
    },

    revoke: ({ id }, { signal } = {}) => revoke('revoke', id, signal),

    ...grafanaInvitee(createRequester(invitee), root),
  }
}
