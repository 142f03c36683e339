'use client'
import { useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useBulkInvites } from '../hooks/useBulkInvites.js'
import { useDebounced } from '../hooks/useDebounced.js'
import { useNow } from '../hooks/useNow.js'
import type { OthersChanges } from '../hooks/useOthersChanges.js'
import { usePendingInvites, type PendingInvitesOptions } from '../hooks/usePendingInvites.js'
import { table as english, type TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { can, type InviteRole, type InviteTransport } from '../transport.js'
import { Address } from './Address.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { errorText } from './errorText.js'
import { nativeParts, type Parts } from './parts.js'
import { Say } from './Say.js'
import { allColumns, columnsOf, type ColumnName, type InviteColumn } from './tableColumns.js'
import { TableFooter } from './TableFooter.js'
import { TableHead } from './TableHead.js'
import { TableMessage } from './TableMessage.js'
import { TableRows } from './TableRows.js'
import { TableTools } from './TableTools.js'
import { useKeptFocus } from './useKeptFocus.js'
import { useLatest } from './useLatest.js'
import { useLoaded } from './useLoaded.js'
import { useTableActions } from './useTableActions.js'

export interface PendingInvitesTableProps extends PendingInvitesOptions {
  /** Of one that cannot list it is said so. */
  transport: InviteTransport | InviteTransport<'list'>
  /** Names for role values, where the transport has none of its own. */
  roles?: readonly InviteRole[] | undefined
  /** Which columns, in which order: names of ours, and columns of the app's own. @default all of ours */
  columns?: readonly (ColumnName | InviteColumn)[] | undefined
  /** Called when the provider wants a sign-in in the middle of a bulk: resolve, and it goes on. */
  onUnauthenticated?: (() => Promise<unknown>) | undefined
  /** Shown with the empty state: how to invite somebody. */
  emptyAction?: ReactNode
  /** Sentences that replace the English ones. */
  labels?: Partial<TableLabels> | undefined
  /** Components in the place of native elements. */
  parts?: Parts | undefined
  className?: string | undefined
}

/**
 * Who has been invited and has not come yet. Resend, revoke and the change of a role are there where the transport
 * has them. Renders a `<section>` with a `<table>`.
 *
 * Styling hooks: `.ik-table`, `.ik-table[data-status="loading|empty|no_match|failed|ready"]`, `.ik-row[data-pending]`, `.ik-row[data-status="pending|expired|accepted|declined|revoked|unknown"]`.
 */
export function PendingInvitesTable({ transport, ...props }: PendingInvitesTableProps) {
  const words = useMemo(() => ({ ...english, ...props.labels }), [props.labels])
  if (can(transport, 'list'))
    // Search, page and focus belong to one provider's list.
    return <Table key={transport.key} {...props} transport={transport} words={words} />
  const [provider = ''] = transport.key.split(':')
  return (
    <section className={`ik-table ${props.className ?? ''}`} data-status="failed">
      <div className="ik-empty">
        <p className="ik-empty-title">{words.cannotList}</p>
        <p>{say(words.cannotListText, { provider })}</p>
      </div>
    </section>
  )
}

const loadLater = () => import('./tableLater.js')
const none: readonly InviteRole[] = []

interface TableProps extends PendingInvitesTableProps {
  transport: InviteTransport<'list'>
  words: TableLabels
}

function Table({ transport, words, columns: chosen = allColumns, ...props }: TableProps) {
  const { emptyAction, className, ...options } = props
  const parts = { ...nativeParts, ...props.parts }
  const { Button } = parts
  const roles = transport.roles ?? props.roles ?? none
  const [message, announce] = useState('')
  const onOthersChange = useLatest((changes: OthersChanges) => {
    announce(othersText(changes, words))
    props.onOthersChange?.(changes)
  })
  const list = usePendingInvites(transport, { ...options, onOthersChange })
  const bulk = useBulkInvites(transport, options)
  const { resend, revoke, rows, status, error, selection } = list
  const section = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const title = useId()
  const acts = useTableActions(list, words, announce, useKeptFocus(section))
  const { asked, opened, withdrawn } = acts
  const slow = useDebounced(status === 'loading', 500)
  const minute = useNow(list.now, 60_000)
  const columns = useMemo(
    () => columnsOf(chosen, words, roles, minute),
    [chosen, words, roles, minute],
  )
  const onSelect = useLatest((id: string) => selection.toggle(id))
  const later = useLoaded(loadLater, status === 'ready')
  const selectable = (resend ?? revoke) !== undefined
  const selecting = selection.everything || selection.ids.size > 0

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
        <TableTools list={list} labels={words} roles={roles} parts={parts} />
      </header>
      {error && status !== 'failed' && (
        <div className="ik-notice" data-status="stale">
          <span>
            {words.stale} {errorText(words.errors, error)}
          </span>
          <Button type="button" className="ik-button" onClick={list.refresh}>
            {words.retry}
          </Button>
        </div>
      )}
      {(selecting || bulk.running || bulk.result) && later && (
        <later.BulkBar list={list} bulk={bulk} labels={words} parts={parts} announce={announce} />
      )}
      {status === 'ready' ? (
        // Scrolled by keyboard where it is long, hence the tab stop.
        <div
          ref={scroller}
          className="ik-table-scroll"
          data-long={rows.length > 60 ? '' : undefined}
          {...(rows.length > 60 && { role: 'group', 'aria-labelledby': title, tabIndex: 0 })}
        >
          <table
            role="table"
            className="ik-table-grid"
            aria-rowcount={
              list.total === undefined || rows.length <= 60 ? undefined : list.total + 1
            }
          >
            <caption className="ik-hidden">{words.title}</caption>
            <TableHead
              list={list}
              columns={columns}
              labels={words}
              selectable={selectable}
              hasActions
            />
            <TableRows
              list={list}
              bulk={bulk}
              columns={columns}
              labels={words}
              selectable={selectable}
              scroller={scroller}
              onSelect={onSelect}
              onResend={resend && acts.onResend}
              onRevoke={revoke && acts.onRevoke}
              onMore={acts.onMore}
            />
          </table>
        </div>
      ) : (
        <TableMessage list={list} labels={words} emptyAction={emptyAction} />
      )}
      {list.unreadable > 0 && (
        <p className="ik-notice">{say(words.skipped, { count: list.unreadable }, words.locale)}</p>
      )}
      <div className="ik-table-said">
        <p role="status" className="ik-status">
          {slow && status === 'loading' ? words.loading : message}
        </p>
        {withdrawn && (
          <Button type="button" className="ik-button-quiet" onClick={acts.onInviteAgain}>
            {words.inviteAgain}
          </Button>
        )}
      </div>
      <TableFooter list={list} bulk={bulk} labels={words} parts={parts} announce={announce} />
      {asked && (
        <ConfirmDialog
          title={words.confirmTitle}
          keep={words.keep}
          confirm={words.revoke}
          onKeep={acts.close}
          onConfirm={acts.onConfirm}
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
      {opened && later && (
        <later.InviteDetails
          invite={opened}
          list={list}
          roles={roles}
          labels={words}
          parts={parts}
          announce={announce}
          onClose={acts.close}
          onLost={acts.setWithdrawn}
        />
      )}
    </section>
  )
}

function othersText({ gone, added }: OthersChanges, words: TableLabels): string {
  const sentences = [
    [words.othersGone, gone],
    [words.othersAdded, added],
  ] as const
  return sentences
    .flatMap(([sentence, count]) => (count ? say(sentence, { count }, words.locale) : []))
    .join(' ')
}
