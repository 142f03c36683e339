'use client'
import { useCallback, useState } from 'react'
import { InviteError } from '../error.js'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Delivery, Invite } from '../schema.js'
import { errorText } from './errorText.js'
import { useLatest } from './useLatest.js'

/** What presses in the rows lead to, and the sentence that tells of it: one for each action. */
export function useTableActions(
  { resend, revoke, inviteAgain }: PendingInvites,
  words: TableLabels,
  announce: (text: string) => void,
  /** Names who gets the focus of a button that is about to go away. */
  nameHeir: (element: HTMLElement | null) => void,
) {
  const [asked, ask] = useState<{ invite: Invite; button: HTMLElement }>()
  const [opened, open] = useState<Invite>()
  /** Who was withdrawn last, and can be invited again. */
  const [withdrawn, setWithdrawn] = useState<Invite>()

  const tell = ({ email = words.noEmail }: Invite, sentence: string | InviteError) =>
    announce(
      InviteError.is(sentence)
        ? say(words.failedFor, { email, reason: errorText(words.errors, sentence) })
        : say(sentence, { email }),
    )

  return {
    asked,
    opened,
    withdrawn: inviteAgain && withdrawn,
    setWithdrawn,
    close: () => {
      ask(undefined)
      open(undefined)
    },
    onMore: useCallback((invite: Invite) => open(invite), []),
    onRevoke: useCallback((invite: Invite, button: HTMLElement) => ask({ invite, button }), []),
    onResend: useLatest((invite: Invite) => {
      void resend?.(invite).then((result) =>
        tell(invite, InviteError.is(result) ? result : words[resentAs[result.delivery]]),
      )
    }),
    onConfirm: () => {
      if (!asked) return
      const { invite, button } = asked
      ask(undefined)
      nameHeir(neighbourOf(button))
      void revoke?.(invite).then((refusal) => {
        tell(invite, refusal ?? words.revokedOf)
        return refusal ? undefined : setWithdrawn(invite)
      })
    },
    onInviteAgain: () => {
      if (!withdrawn) return
      setWithdrawn(undefined)
      void inviteAgain?.(withdrawn).then((result) => {
        tell(withdrawn, InviteError.is(result) ? result : words.invitedAgain)
        return InviteError.is(result) ? setWithdrawn(withdrawn) : undefined
      })
    },
  }
}

/** What a resend came to. Who has joined meanwhile was mailed nothing that could be promised. */
const resentAs = {
  mailed: 'resent',
  stored: 'resentStored',
  added: 'resentUnknown',
  unknown: 'resentUnknown',
} as const satisfies Record<Delivery, keyof TableLabels>

/** The same button in the next row, else in the one before. */
function neighbourOf(button: HTMLElement): HTMLElement | null {
  const row = button.closest('tr')
  const near = row?.nextElementSibling ?? row?.previousElementSibling
  return near?.querySelector<HTMLElement>('[data-action="revoke"]') ?? null
}
