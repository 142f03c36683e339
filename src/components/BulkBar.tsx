'use client'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { InviteError } from '../error.js'
import { cool, coolingOf } from '../hooks/cooldown.js'
import { useBulkInvites, type BulkOperation, type BulkResult } from '../hooks/useBulkInvites.js'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { Invite } from '../schema.js'
import type { InviteTransport } from '../transport.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { Countdown } from './Countdown.js'
import { errorText } from './errorText.js'
import type { AllParts } from './parts.js'

interface BulkBarProps {
  transport: InviteTransport<'list'>
  list: PendingInvites
  onUnauthenticated: (() => Promise<unknown>) | undefined
  labels: TableLabels
  parts: AllParts
  announce: (text: string) => void
}

/** What is selected, what can be done with all of it, how far that is and what it came to. */
export function BulkBar({ transport, list, parts: { Button }, announce, ...props }: BulkBarProps) {
  const { labels } = props
  const { selection, total, page } = list
  const { ids, everything } = useSyncExternalStore(
    selection.subscribe,
    selection.get,
    selection.get,
  )
  const bulk = useBulkInvites(transport, {
    ...props,
    onResent: ({ email }) => cool(transport.key, {}, email, list.now().getTime() + list.cooldown),
  })
  const { running, progress, pause, result } = bulk
  const [asked, ask] = useState<readonly Invite[]>()
  const [leftOut, setLeftOut] = useState(0)
  const { locale } = labels

  const here = list.rows.map(({ invite }) => invite).filter(({ id }) => selection.has(id))
  /** The selected invites that this person may act on; those of other pages are read first. */
  const chosen = async (operation: BulkOperation): Promise<Invite[]> => {
    const all = await bulk.read(list.matching)
    return all.filter(
      (invite) => selection.has(invite.id) && list.allow(operation, invite) === true,
    )
  }
  const begin = (operation: BulkOperation, act: (invites: Invite[]) => void) => () => {
    const onlyHere = !everything && here.length === ids.size
    const ready = onlyHere
      ? Promise.resolve(here.filter((invite) => list.allow(operation, invite) === true))
      : chosen(operation)
    void ready.then(act, (thrown: unknown) =>
      announce(errorText(labels.errors, InviteError.from(thrown))),
    )
  }
  // What was looked up by itself, after the connection was away, is another result of the same run.
  const told = useRef(result)
  useEffect(() => {
    const before = told.current
    told.current = result
    if (result && before?.invites === result.invites) announce(textOf(result, leftOut, labels))
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [result])
  const finish = (work: Promise<BulkResult | undefined> | undefined, without = 0) => {
    setLeftOut(without)
    void work?.then((ended) => {
      selection.clear()
      return announce(ended ? textOf(ended, without, labels) : '')
    })
  }
  /** Who was mailed a moment ago is not mailed again with the others. */
  const resend = (invites: readonly Invite[]) => {
    const cooling = coolingOf(transport.key, {})
    const now = list.now().getTime()
    const ready = invites.filter(({ email }) => (cooling?.(email) ?? 0) <= now)
    const without = invites.length - ready.length
    if (ready.length > 0) finish(bulk.resend?.(ready), without)
    else announce(say(labels.leftOut, { count: without }, locale))
  }

  const selecting = !running && (everything || ids.size > 0)
  // What was selected before this was loaded is said a render later: the live region is there then.
  const [silent, setSilent] = useState(selecting)
  useEffect(() => setSilent(false), [])
  const shown = selecting || running || result !== undefined
  const elsewhere = !everything && (page.previous ?? page.next) && here.length === list.rows.length
  return (
    <div
      className={shown ? 'ik-bulk' : undefined}
      role={shown ? 'group' : undefined}
      aria-label={shown ? labels.actions : undefined}
    >
      {/* There before it has something to say, or nobody would hear it. */}
      <span aria-live="polite">
        {selecting &&
          !silent &&
          (everything && ids.size === 0
            ? labels.selectedAll
            : say(everything ? labels.selectedBut : labels.selected, { count: ids.size }, locale))}
      </span>
      {running && (
        <>
          <progress
            className="ik-progress"
            aria-label={labels.actions}
            max={progress.total}
            value={progress.done}
          />
          <span className="ik-hint">{say(labels.working, progress, locale)}</span>
          {pause?.reason === 'unauthenticated' && <span className="ik-hint">{labels.signIn}</span>}
          {pause?.until !== undefined && (
            <Countdown until={pause.until} sentence={labels.waiting} locale={locale} />
          )}
          <Button type="button" className="ik-button" onClick={bulk.cancel}>
            {labels.stop}
          </Button>
        </>
      )}
      {selecting && (
        <>
          {elsewhere && (
            <Button type="button" className="ik-button-quiet" onClick={selection.selectEverything}>
              {total === undefined
                ? labels.selectEverything
                : say(labels.selectAllOf, { count: total }, locale)}
            </Button>
          )}
          {bulk.resend && (
            <Button type="button" className="ik-button" onClick={begin('resend', resend)}>
              {labels.resend}
            </Button>
          )}
          {bulk.revoke && (
            <Button
              type="button"
              className="ik-button ik-button-danger-quiet"
              onClick={begin('revoke', ask)}
            >
              {labels.revoke}
            </Button>
          )}
          <Button type="button" className="ik-button-quiet" onClick={selection.clear}>
            {labels.clear}
          </Button>
        </>
      )}
      {result && !running && (
        <>
          <span>{textOf(result, leftOut, labels)}</span>
          {bulk.retry && (
            <Button type="button" className="ik-button" onClick={() => finish(bulk.retry?.())}>
              {say(labels.retryMany, { count: result.errors.size }, locale)}
            </Button>
          )}
          <Button type="button" className="ik-button-quiet" onClick={bulk.dismiss}>
            {labels.close}
          </Button>
        </>
      )}
      {asked && (
        <ConfirmDialog
          title={say(labels.confirmMany, { count: asked.length }, locale)}
          keep={labels.keep}
          confirm={labels.revoke}
          onKeep={() => ask(undefined)}
          onConfirm={() => {
            ask(undefined)
            finish(bulk.revoke?.(asked))
          }}
        >
          {labels.confirmManyText}
        </ConfirmDialog>
      )}
    </div>
  )
}

function textOf(
  { operation, invites, errors }: BulkResult,
  leftOut: number,
  labels: TableLabels,
): string {
  const sentences = [
    [operation === 'revoke' ? labels.manyRevoked : labels.manyResent, invites.length - errors.size],
    [labels.manyFailed, errors.size],
    [labels.leftOut, leftOut],
  ] as const
  return sentences
    .flatMap(([sentence, count]) => (count ? say(sentence, { count }, labels.locale) : []))
    .join(' ')
}
