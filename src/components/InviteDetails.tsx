'use client'
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { InviteError } from '../error.js'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { notLoaded } from '../notLoaded.js'
import type { Invite } from '../schema.js'
import type { InviteRole } from '../transport.js'
import { actionText } from './actionText.js'
import { Address } from './Address.js'
import { copyText } from './copyText.js'
import { errorText } from './errorText.js'
import type { AllParts } from './parts.js'
import { RetryNote } from './RetryNote.js'
import { statusText } from './tableColumns.js'
import { Time } from './Time.js'
import { useSayWaits } from './useSayWaits.js'

interface InviteDetailsProps {
  invite: Invite
  /** The focus is on the role, to change it. */
  asksRole: boolean
  list: PendingInvites
  roles: readonly InviteRole[]
  labels: TableLabels
  parts: AllParts
  announce: (text: string) => void
  onClose: () => void
  /** Told of a person whose invite was withdrawn while the new one could not be made. */
  onLost: (invite: Invite) => void
}

/** Everything that is known of one invite, and what else can be done with it. Renders a modal `<dialog>`. */
export function InviteDetails(props: InviteDetailsProps) {
  const { invite, asksRole, list, roles, labels, parts, announce, onClose, onLost } = props
  const { Dialog, Button, Select } = parts
  const { changeRole, changesRole, allow } = list
  const dialog = useRef<HTMLDialogElement>(null)
  const [role, setRole] = useState(invite.role ?? '')
  const [error, setError] = useState<InviteError>()
  const [busy, setBusy] = useState(false)
  // Here, because nothing outside of a modal dialog is read aloud.
  const [said, setSaid] = useState('')
  const id = useId()
  const email = invite.email ?? labels.noEmail
  const allowed = allow('update', invite)
  const state = list.stateOf(invite)
  useSayWaits([{ invite, ...state }], labels, list.now, setSaid)

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    if (asksRole) element?.querySelector('select')?.focus()
    return () => element?.close()
  }, [asksRole])

  const onChange = async () => {
    if (busy || !changeRole) return
    setBusy(true)
    let unloaded: InviteError | undefined
    const refusal = await changeRole(invite, role).catch(() => (unloaded = notLoaded()))
    setBusy(false)
    if (!refusal) {
      announce(actionText(invite, 'changed', labels))
      onClose()
    } else if (changesRole === 'replace' && !unloaded) {
      onLost({ ...invite, role })
      announce(actionText(invite, refusal, labels))
      onClose()
    } else setError(refusal)
  }

  const { url, invitedBy, createdAt, expiresAt, expiryEstimated } = invite
  const { locale, unknown } = labels
  return (
    <Dialog
      ref={dialog}
      className="ik-dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id} className="ik-title">
        {labels.detailsTitle}
      </h2>
      <dl className="ik-details">
        <Fact term={labels.email}>
          {invite.email === undefined ? email : <Address>{invite.email}</Address>}
        </Fact>
        <Fact term={labels.status}>{statusText(invite, labels)}</Fact>
        <Fact term={labels.role}>
          {roles.find(({ value }) => value === invite.role)?.label ?? invite.role ?? unknown}
        </Fact>
        <Fact term={labels.invitedBy}>
          {invitedBy === undefined ? unknown : <bdi>{invitedBy}</bdi>}
        </Fact>
        <Fact term={labels.sent}>
          {createdAt === undefined ? (
            unknown
          ) : (
            <Time date={createdAt} locale={locale} to="minute" />
          )}
        </Fact>
        <Fact term={labels.expires}>
          {expiresAt === undefined ? (
            labels.noExpiry
          ) : (
            <Time date={expiresAt} locale={locale} to="minute" />
          )}
          {expiryEstimated && ` (${labels.estimate})`}
        </Fact>
      </dl>
      {changeRole && roles.length > 1 && (
        <div className="ik-field">
          <label className="ik-field">
            <span className="ik-label">{say(labels.changeRoleOf, { email })}</span>
            <span className="ik-input-group">
              <Select
                className="ik-input"
                value={role}
                onChange={(event) => setRole(event.currentTarget.value)}
              >
                {invite.role === undefined && <option value="">{unknown}</option>}
                {roles.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
              <Button
                type="button"
                className="ik-button"
                aria-disabled={
                  busy || role === (invite.role ?? '') || allowed !== true || undefined
                }
                onClick={() => {
                  if (role !== (invite.role ?? '') && allowed === true) void onChange()
                }}
              >
                {labels.change}
              </Button>
            </span>
          </label>
          <span className="ik-hint">
            {allowed === true
              ? changesRole === 'replace'
                ? labels.replaceHint
                : labels.updateHint
              : allowed}
          </span>
          {state.wait && (
            <RetryNote
              wait={state.wait}
              labels={labels}
              now={list.now}
              around="dialog"
              heir=".ik-input-group .ik-button"
            />
          )}
          {error && (
            <span role="alert" className="ik-problem">
              {errorText(labels.errors, error)}
            </span>
          )}
        </div>
      )}
      {(url ?? changeRole) && (
        <p role="status" className="ik-hint">
          {said}
        </p>
      )}
      <div className="ik-dialog-actions">
        {url && (
          <Button
            type="button"
            className="ik-button"
            onClick={() => void copyText(url, setSaid, labels)}
          >
            {labels.copyLink}
          </Button>
        )}
        <Button type="button" className="ik-button" onClick={onClose}>
          {labels.close}
        </Button>
      </div>
    </Dialog>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
