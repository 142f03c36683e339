'use client'
import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { afterPaint } from '../hooks/afterPaint.js'
import { useDebounced } from '../hooks/useDebounced.js'
import { useNow } from '../hooks/useNow.js'
import type { OthersChanges } from '../hooks/noticeOthers.js'
import { usePendingInvites, type PendingInvitesOptions } from '../hooks/usePendingInvites.js'
import type { TableFirstLabels, TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import { can, type InviteRole, type InviteTransport } from '../transport.js'
import type { RowPress } from './InviteRow.js'
import { nativeParts, type Parts } from './parts.js'
import { allColumns, columnsOf, type ColumnName, type InviteColumn } from './tableColumns.js'
import type { TableLater, TablePart } from './tableLater.js'
import { TableHead } from './TableHead.js'
import { TableMessage } from './TableMessage.js'
import { TableRows } from './TableRows.js'
import { TableTools } from './TableTools.js'
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

interface WordedTableProps<Labels> extends Omit<PendingInvitesTableProps, 'labels'> {
  labels: Labels
  /** Brings what is around the rows, and what is needed once something is done, or has gone wrong. */
  load: () => Promise<TablePart<Labels>>
}

/** The table, which brings no sentence of its own. */
export function PendingInvitesTable<Labels extends TableFirstLabels>({
  transport,
  ...props
}: WordedTableProps<Labels>) {
  if (can(transport, 'list'))
    // Search, page and focus belong to one provider's list.
    return <Table key={transport.key} {...props} transport={transport} />
  const { labels, className } = props
  const [provider = ''] = transport.key.split(':')
  return (
    <section className={`ik-table ${className ?? ''}`} data-status="failed">
      <div className="ik-empty">
        <p className="ik-empty-title">{labels.cannotList}</p>
        <p>{say(labels.cannotListText, { provider })}</p>
      </div>
    </section>
  )
}

const none: readonly InviteRole[] = []
const nothing = () => undefined

interface TableProps<Labels> extends WordedTableProps<Labels> {
  transport: InviteTransport<'list'>
}

function Table<Labels extends TableFirstLabels>({
  transport,
  columns: chosen = allColumns,
  ...props
}: TableProps<Labels>) {
  const { labels: words, load, emptyAction, className, onUnauthenticated, ...options } = props
  const parts = useMemo(() => ({ ...nativeParts, ...props.parts }), [props.parts])
  const roles = transport.roles ?? props.roles ?? none
  const [message, announce] = useState('')
  const [press, setPress] = useState<RowPress>()
  const [part, setPart] = useState<TablePart<Labels> | null>()
  const later = useMemo(() => part?.worded(words), [part, words])
  const section = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const title = useId()

  const preload = useCallback(() => void load().then(setPart, () => setPart(null)), [load])
  const notLoaded = () => announce(words.notLoaded)
  /** Does something with the part that is loaded later, or says why it cannot. */
  const afterwards = (use: (all: TableLater) => unknown) => {
    preload()
    load().then((loaded) => use(loaded.worded(words)), notLoaded)
  }

  const onOthersChange = (changes: OthersChanges) => {
    afterwards((all) => announce(all.othersText(changes)))
    props.onOthersChange?.(changes)
  }
  const list = usePendingInvites(transport, { ...options, onOthersChange })
  const { rows, status, error, view, selection, resend, revoke } = list
  const minute = useNow(list.now, 60_000)
  const slow = useDebounced(status === 'loading', 500)
  const columns = useMemo(
    () => columnsOf(chosen, words, roles, minute),
    [chosen, words, roles, minute],
  )
  const setView = useLatest(list.setView)
  const onPress = useLatest((pressed: RowPress) => {
    const { kind, invite } = pressed
    if (kind !== 'resend') {
      setPress(pressed)
      afterwards(nothing)
    } else
      resend?.(invite).then(
        (result) => afterwards((all) => announce(all.actionText(invite, result))),
        notLoaded,
      )
  })
  const shown = status === 'ready'
  const selectable = (resend ?? revoke) && selection

  useEffect(() => afterPaint(preload), [preload])

  const long = rows.length > 60
  const late = later && { list, labels: later.labels, parts, announce }
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
        <TableTools view={view} setView={setView} labels={words} roles={roles} parts={parts} />
      </header>
      {part === null && (
        <p role="alert" className="ik-notice">
          {words.notLoaded}{' '}
          <parts.Button
            type="button"
            className="ik-button"
            onClick={() => {
              // The button goes.
              section.current?.focus()
              preload()
            }}
          >
            {words.retry}
          </parts.Button>
        </p>
      )}
      {late && (error ?? list.unreadable > 0) && <later.TableNotices {...late} />}
      {late && selectable && (
        <later.BulkBar {...late} transport={transport} onUnauthenticated={onUnauthenticated} />
      )}
      {shown ? (
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
              selection={selectable}
            />
            <TableRows
              list={list}
              columns={columns}
              labels={words}
              selection={selectable}
              scroller={scroller}
              onPress={onPress}
              later={later}
            />
          </table>
        </div>
      ) : late && status === 'no_match' ? (
        <later.TableNoMatch {...late} />
      ) : (
        <TableMessage
          list={list}
          labels={words}
          emptyAction={emptyAction}
          reason={error && part !== undefined ? (later?.failureText(error) ?? '') : undefined}
        />
      )}
      <div className="ik-table-said">
        <p role="status" className="ik-status">
          {slow && status === 'loading' ? words.loading : message}
        </p>
        {late && <later.SayMatches {...late} />}
        {late && (
          <later.RowDialogs
            {...late}
            press={press}
            roles={roles}
            region={section}
            onPress={onPress}
          />
        )}
      </div>
      <footer className="ik-table-footer">
        {late && <later.TableFooter {...late} transport={transport} time={minute()} />}
      </footer>
    </section>
  )
}
