'use client'
import { useState, type RefObject } from 'react'
import { InviteError } from '../error.js'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { notLoaded } from '../notLoaded.js'
import type { Invite } from '../schema.js'
import type { InviteRole } from '../transport.js'
import { actionText } from './actionText.js'
import { Address } from './Address.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { InviteDetails } from './InviteDetails.js'
import type { RowPress } from './InviteRow.js'
import type { AllParts } from './parts.js'
import { RetryNote } from './RetryNote.js'
import { RowMenu } from './RowMenu.js'
import { Say } from './Say.js'
import { useRowFocus } from './useRowFocus.js'
import { useSayWaits } from './useSayWaits.js'

interface RowDialogsProps {
  /** The last press: each opens its dialog once. */
  press: RowPress | undefined
  list: PendingInvites
  roles: readonly InviteRole[]
  labels: TableLabels
  parts: AllParts
  announce: (text: string) => void
  onPress: (press: RowPress) => void
  /** Where the focus is kept. */
  region: RefObject<HTMLElement | null>
}

/** What opens from a row, the way back after a revoke, and where the focus goes then. */
export function RowDialogs(given: RowDialogsProps) {
  const { press, list, roles, labels: words, region, onPress, ...props } = given
  const { parts, announce } = props
  const { Button } = parts
  useRowFocus(region, press)
  const { revoke, inviteAgain, selection, stateOf, now } = list
  const [closed, setClosed] = useState<RowPress>()
  /** Who was withdrawn last, and can be invited again. */
  const [withdrawn, setWithdrawn] = useState<Invite>()
  const [inviting, setInviting] = useState(false)
  const open = press === closed ? undefined : press
  const invite = open?.invite
  const close = () => setClosed(press)
  // A change of role that has failed may have withdrawn it, or not even that.
  const listed = list.rows.some((row) => row.invite.id === withdrawn?.id)
  const again = withdrawn && !listed ? { invite: withdrawn, ...stateOf(withdrawn) } : undefined
  // The details say it themselves, and are modal.
  const detailed = open?.kind === 'details' || open?.kind === 'role'
  useSayWaits(detailed ? [] : list.rows.concat(again ?? []), words, now, announce)

  const onRevoke = async (gone: Invite) => {
    close()
    const refusal = await revoke?.(gone).catch(() => notLoaded())
    announce(actionText(gone, refusal ?? 'revokedOf', words))
    if (refusal) return
    setWithdrawn(gone)
    if (selection.has(gone.id)) selection.toggle([gone.id])
  }
  const onInviteAgain = async (gone: Invite) => {
    if (inviting) return
    setInviting(true)
    const result = await inviteAgain?.(gone).catch(() => notLoaded())
    setInviting(false)
    announce(actionText(gone, InviteError.is(result) ? result : 'invitedAgain', words))
    if (!InviteError.is(result)) setWithdrawn((shown) => (shown === gone ? undefined : shown))
  }
  return (
    <>
      {again && inviteAgain && (
        <Button
          type="button"
          className="ik-button-quiet"
          aria-disabled={inviting || undefined}
          onClick={() => void onInviteAgain(again.invite)}
        >
          {words.inviteAgain}
        </Button>
      )}
      {again?.wait && (
        <RetryNote
          wait={again.wait}
          labels={words}
          now={now}
          around=".ik-table-said"
          heir="button"
        />
      )}
      {!invite ? null : open.kind === 'menu' ? (
        <RowMenu
          key={invite.id}
          press={open}
          list={list}
          roles={roles}
          labels={words}
          announce={announce}
          onPress={onPress}
          onClose={close}
        />
      ) : open.kind === 'revoke' ? (
        <ConfirmDialog
          title={words.confirmTitle}
          keep={words.keep}
          confirm={words.revoke}
          onKeep={close}
          onConfirm={() => void onRevoke(invite)}
        >
          <Say
            sentence={words.confirmText}
            locale={words.locale}
            values={{
              email: invite.email ? <Address>{invite.email}</Address> : words.noEmail,
            }}
          />
        </ConfirmDialog>
      ) : (
        <InviteDetails
          invite={invite}
          asksRole={open.kind === 'role'}
          list={list}
          roles={roles}
          labels={words}
          {...props}
          onClose={close}
          onLost={setWithdrawn}
        />
      )}
    </>
  )
}
