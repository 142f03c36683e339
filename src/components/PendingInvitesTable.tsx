'use client'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { InviteError } from '../error.js'
import { useDebounced } from '../hooks/useDebounced.js'
import { useNow } from '../hooks/useNow.js'
import type { OthersChanges } from '../hooks/useOthersChanges.js'
import { usePendingInvites, type PendingInvitesOptions } from '../hooks/usePendingInvites.js'
import { loadWrites } from '../hooks/useRowActions.js'
import type { TableFirstLabels, TableLabels } from '../locales/en.js'
import { tableFirst } from '../locales/enTable.js'
import { say } from '../locales/say.js'
import type { Invite } from '../schema.js'
import { can, type InviteRole, type InviteTransport } from '../transport.js'
import { ago } from './ago.js'
import { errorText } from './errorText.js'
import type { RowPress } from './InviteRow.js'
import { nativeParts, type Parts } from './parts.js'
import { allColumns, columnsOf, type ColumnName, type InviteColumn } from './tableColumns.js'
import { TableFooter } from './TableFooter.js'
import { TableHead } from './TableHead.js'
import { TableMessage } from './TableMessage.js'
import { TableRows } from './TableRows.js'
import { TableTools } from './TableTools.js'
import { useRowFocus } from './useRowFocus.js'
import { useLatest } from './useLatest.js'

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
  const words = useMemo(() => ({ ...tableFirst, ...props.labels }), [props.labels])
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

/** What is needed once something is done. */
const loadLater = () => import('./tableLater.js')
type Later = Awaited<ReturnType<typeof loadLater>>

const none: readonly InviteRole[] = []
const nothing = () => undefined
const preload = () => {
  loadLater().catch(nothing)
  loadWrites().catch(nothing)
}

interface TableProps extends PendingInvitesTableProps {
  transport: InviteTransport<'list'>
  words: TableFirstLabels
}

function Table({ transport, words, columns: chosen = allColumns, ...props }: TableProps) {
  const { emptyAction, className, onUnauthenticated, ...options } = props
  const parts = useMemo(() => ({ ...nativeParts, ...props.parts }), [props.parts])
  const { Button } = parts
  const roles = transport.roles ?? props.roles ?? none
  const [message, announce] = useState('')
  const [press, onPress] = useState<RowPress>()
  const [later, setLater] = useState<Later>()
  const section = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const title = useId()

  const tell = (textOf: (part: Later) => string) =>
    void loadLater().then((part) => announce(textOf(part)), nothing)
  const onOthersChange = useLatest((changes: OthersChanges) => {
    tell(({ othersText }) => othersText(changes, words))
    props.onOthersChange?.(changes)
  })
  const list = usePendingInvites(transport, { ...options, onOthersChange })
  const { rows, status, error, selection, view, resend, revoke } = list
  const minute = useNow(list.now, 60_000)
  const slow = useDebounced(status === 'loading', 500)
  const columns = useMemo(
    () => columnsOf(chosen, words, roles, minute),
    [chosen, words, roles, minute],
  )
  const setView = useLatest(list.setView)
  const onSelect = useLatest(selection.toggle)
  const onSelectPage = useLatest(selection.togglePage)
  const onResend = useLatest((invite: Invite) => {
    void resend?.(invite).then((result) =>
      tell(({ actionText }) => actionText(invite, result, words)),
    )
  })
  const onExport = () =>
    void loadLater()
      .then(({ exportCsv }) => exportCsv(transport, list.matching, words))
      .catch((thrown: unknown) => announce(errorText(words.errors, InviteError.from(thrown))))
  const focus = useRowFocus(section)
  const selectable = (resend ?? revoke) !== undefined
  const selecting = selection.everything || selection.ids.size > 0
  const [bulky, setBulky] = useState(false)
  if (selecting && !bulky) setBulky(true)
  const wanted = press ?? (bulky || undefined)
  useEffect(() => {
    if (wanted && !later)
      loadLater().then(
        (part) => setLater(() => part),
        () => announce(words.errors.network),
      )
  }, [later, wanted, words])

  // The first use of these takes as long as all rows do: better while the answer is waited for.
  useEffect(() => {
    ago(0, 0, words.locale)
    say(words.shown, { count: 0 }, words.locale)
  }, [words])

  const long = rows.length > 60
  return (
    <section
      ref={section}
      className={`ik-table ${className ?? ''}`}
      data-status={status}
      aria-labelledby={title}
      aria-busy={status === 'loading' || list.refreshing}
      tabIndex={-1}
      {...focus}
      onFocusCapture={preload}
      onPointerEnter={preload}
    >
      <header className="ik-table-header">
        <h2 id={title} className="ik-title">
          {words.title}
        </h2>
        <TableTools view={view} setView={setView} labels={words} roles={roles} parts={parts} />
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
      {bulky && later && (
        <later.BulkBar
          transport={transport}
          list={list}
          onUnauthenticated={onUnauthenticated}
          labels={words}
          parts={parts}
          announce={announce}
        />
      )}
      {status === 'ready' ? (
        // Scrolled by keyboard where it is long, hence the tab stop.
        <div
          ref={scroller}
          className="ik-table-scroll"
          data-long={long ? '' : undefined}
          {...(long && { role: 'group', 'aria-labelledby': title, tabIndex: 0 })}
        >
          <table
            role="table"
            className="ik-table-grid"
            aria-rowcount={long && list.total !== undefined ? list.total + 1 : undefined}
          >
            <caption className="ik-hidden">{words.title}</caption>
            <TableHead
              columns={columns}
              labels={words}
              sort={view.sort}
              setView={setView}
              selected={selectable ? selection.page : undefined}
              onSelectPage={onSelectPage}
            />
            <TableRows
              list={list}
              columns={columns}
              labels={words}
              selectable={selectable}
              scroller={scroller}
              onSelect={onSelect}
              onResend={resend && onResend}
              revokes={revoke !== undefined}
              onPress={onPress}
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
        {selectable && (
          <p aria-live="polite" className="ik-hidden">
            {selecting && later?.selectedText(selection, words)}
          </p>
        )}
        {press && later && (
          <later.RowDialogs
            press={press}
            list={list}
            roles={roles}
            labels={words}
            parts={parts}
            announce={announce}
          />
        )}
      </div>
      <TableFooter
        list={list}
        labels={words}
        parts={parts}
        time={minute}
        announce={announce}
        onExport={onExport}
      />
    </section>
  )
}
