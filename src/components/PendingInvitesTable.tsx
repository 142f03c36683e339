'use client'
import { useCallback, useId, useRef, useState, type ReactNode } from 'react'
import { InviteError } from '../error.js'
import { useDebounced } from '../hooks/useDebounced.js'
import { usePendingInvites, type PendingInvitesOptions } from '../hooks/usePendingInvites.js'
import { table as english, type TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Delivery, Invite } from '../schema.js'
import type { InviteRole, InviteTransport } from '../transport.js'
import { Address } from './Address.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { errorText } from './errorText.js'
import { InviteRow } from './InviteRow.js'
import { Pagination } from './Pagination.js'
import { Say } from './Say.js'
import { TableMessage } from './TableMessage.js'
import { useKeptFocus } from './useKeptFocus.js'
import { useLatest } from './useLatest.js'

export interface PendingInvitesTableProps extends PendingInvitesOptions {
  transport: InviteTransport<'list'>
  /** Names for role values, where the transport has none of its own. */
  roles?: readonly InviteRole[] | undefined
  /** Shown with the empty state: how to invite somebody. */
  emptyAction?: ReactNode
  /** Sentences that replace the English ones. */
  labels?: Partial<TableLabels> | undefined
  className?: string | undefined
}

/**
 * Who has been invited and has not come yet. Resend and revoke are there where the transport has them.
 * Renders a `<section>` with a `<table>`.
 *
 * Styling hooks: `.ik-table`, `.ik-table[data-status="loading|empty|no_match|failed|ready"]`, `.ik-row[data-pending]`, `.ik-row[data-status="pending|expired|accepted|declined|revoked|unknown"]`.
 */
export function PendingInvitesTable(props: PendingInvitesTableProps) {
  // Search, page and focus belong to one provider's list.
  return <Table key={props.transport.key} {...props} />
}

const none: readonly InviteRole[] = []

function Table({
  transport,
  roles = none,
  emptyAction,
  labels,
  className,
  ...options
}: PendingInvitesTableProps) {
  const words = { ...english, ...labels }
  const list = usePendingInvites(transport, options)
  const { resend, revoke, rows, status, page, error } = list
  const [message, announce] = useState('')
  const [asked, ask] = useState<{ invite: Invite; button: HTMLElement }>()
  const section = useRef<HTMLElement>(null)
  const title = useId()
  const nameHeir = useKeptFocus(section)
  const slow = useDebounced(status === 'loading', 500)

  const tell = ({ email = words.noEmail }: Invite, sentence: string | InviteError) =>
    announce(
      InviteError.is(sentence)
        ? say(words.failedFor, { email, reason: errorText(words.errors, sentence) })
        : say(sentence, { email }),
    )
  const onResend = useLatest((invite: Invite) => {
    void resend?.(invite).then((result) =>
      tell(invite, InviteError.is(result) ? result : words[resentAs[result.delivery]]),
    )
  })
  const onRevoke = useCallback((invite: Invite, button: HTMLElement) => ask({ invite, button }), [])
  const onConfirm = () => {
    if (!asked) return
    ask(undefined)
    nameHeir(neighbourOf(asked.button))
    void revoke?.(asked.invite).then((refusal) => tell(asked.invite, refusal ?? words.revokedOf))
  }

  const columns = [
    words.email,
    words.role,
    words.status,
    words.invitedBy,
    words.sent,
    words.expires,
  ]
  const count = list.total ?? (page.number === 1 && !page.next ? rows.length : undefined)
  return (
    <section
      ref={section}
      className={`ik-table ${className ?? ''}`}
      data-status={status}
      aria-labelledby={title}
      aria-busy={status === 'loading' || list.refreshing}
      tabIndex={-1}
    >
      <header className="ik-table-header">
        <h2 id={title} className="ik-title">
          {words.title}
        </h2>
        <input
          type="search"
          className="ik-input ik-table-search"
          aria-label={words.search}
          placeholder={words.search}
          value={list.search}
          onChange={(event) => list.setSearch(event.target.value)}
        />
      </header>
      {error && status !== 'failed' && (
        <div className="ik-notice" data-status="stale">
          <span>
            {words.stale} {errorText(words.errors, error)}
          </span>
          <button type="button" className="ik-button" onClick={list.refresh}>
            {words.retry}
          </button>
        </div>
      )}
      {status === 'ready' ? (
        <table role="table" className="ik-table-grid">
          <caption className="ik-hidden">{words.title}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <th key={column} scope="col" role="columnheader" className="ik-cell">
                  {column}
                </th>
              ))}
              {(resend ?? revoke) && (
                <th scope="col" role="columnheader" className="ik-cell ik-cell-actions">
                  {words.actions}
                </th>
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <InviteRow
                key={row.invite.id}
                row={row}
                labels={words}
                roles={transport.roles ?? roles}
                onResend={resend && onResend}
                onRevoke={revoke && onRevoke}
              />
            ))}
          </tbody>
        </table>
      ) : (
        <TableMessage list={list} labels={words} emptyAction={emptyAction} />
      )}
      {list.unreadable > 0 && (
        <p className="ik-notice">{say(words.skipped, { count: list.unreadable }, words.locale)}</p>
      )}
      <footer className="ik-table-footer">
        <span className="ik-muted">
          {count !== undefined && status === 'ready' && say(words.shown, { count }, words.locale)}
        </span>
        <Pagination page={page} labels={words} announce={announce} />
      </footer>
      <p role="status" className="ik-status">
        {slow && status === 'loading' ? words.loading : message}
      </p>
      {asked && (
        <ConfirmDialog
          title={words.confirmTitle}
          keep={words.keep}
          confirm={words.revoke}
          onKeep={() => ask(undefined)}
          onConfirm={onConfirm}
        >
          <Say
            sentence={words.confirmText}
            locale={words.locale}
            values={{
              email: asked.invite.email ? <Address>{asked.invite.email}</Address> : words.noEmail,
            }}
          />
        </ConfirmDialog>
      )}
    </section>
  )
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
