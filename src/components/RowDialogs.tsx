'use client'
import { useState } from 'react'
import { InviteError } from '../error.js'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels, TableLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import type { Invite } from '../schema.js'
import type { InviteRole } from '../transport.js'
import { actionText } from './actionText.js'
import { Address } from './Address.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { InviteDetails } from './InviteDetails.js'
import type { RowPress } from './InviteRow.js'
import type { AllParts } from './parts.js'
import { Say } from './Say.js'

interface RowDialogsProps {
  /** The last press: each opens its dialog once. */
  press: RowPress
  list: PendingInvites
  roles: readonly InviteRole[]
  labels: TableFirstLabels
  parts: AllParts
  announce: (text: string) => void
}

/** What opens from a row, and the way back after a revoke. */
export function RowDialogs({ press, list, roles, labels, parts, announce }: RowDialogsProps) {
  const words: TableLabels = { ...tableLater, ...labels }
  const { Button } = parts
  const { revoke, inviteAgain } = list
  const [closed, setClosed] = useState<RowPress>()
  /** Who was withdrawn last, and can be invited again. */
  const [withdrawn, setWithdrawn] = useState<Invite>()
  const { kind, invite } = press
  const close = () => setClosed(press)

  const onRevoke = async () => {
    close()
    const refusal = await revoke?.(invite)
    announce(actionText(invite, refusal ?? 'revokedOf', words))
    if (!refusal) setWithdrawn(invite)
  }
  const onInviteAgain = async (again: Invite) => {
    setWithdrawn(undefined)
    const result = await inviteAgain?.(again)
    announce(actionText(again, InviteError.is(result) ? result : 'invitedAgain', words))
    if (InviteError.is(result)) setWithdrawn(again)
  }
  return (
    <>
      {withdrawn && inviteAgain && (
        <Button
          type="button"
          className="ik-button-quiet"
          onClick={() => void onInviteAgain(withdrawn)}
        >
          {words.inviteAgain}
        </Button>
      )}
      {press === closed ? null : kind === 'revoke' ? (
        <ConfirmDialog
          title={words.confirmTitle}
          keep={words.keep}
          confirm={words.revoke}
          onKeep={close}
          onConfirm={() => void onRevoke()}
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
          list={list}
          roles={roles}
          labels={words}
          parts={parts}
          announce={announce}
          onClose={close}
          onLost={setWithdrawn}
        />
      )}
    </>
  )
}
