import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { useInviteForm, usePendingInvites, type InviteTransport } from '../../src/index.ts'
import { table } from '../../src/locales/en.ts'

interface PeopleBoardProps {
  transport: InviteTransport<'create' | 'list' | 'resend' | 'revoke'>
  now: () => Date
}

const reasons = {
  refused: 'no address',
  denied: 'not from there',
  member: 'is here',
  pending: 'invited',
  nameless: 'has no name',
}

/** The page of the other stories in another design language: nothing here but JSX over two hooks. */
export function PeopleBoard({ transport, now }: PeopleBoardProps) {
  return (
    <main className="board">
      <Composer transport={transport} now={now} />
      <Waiting transport={transport} now={now} />
    </main>
  )
}

function Composer({ transport, now }: PeopleBoardProps) {
  const form = useInviteForm(transport, { now })
  const [said, say] = useState('')
  const { ready, blocked } = form.counts
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !event.currentTarget.value) return
    event.preventDefault()
    void form.commitDraft()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const result = await form.submit()
    if (result.status === 'blocked') say('Add somebody first.')
    if (result.status !== 'sent') return
    const sent = result.outcomes.filter(({ status }) => status === 'sent').length
    say(`${sent} of ${result.outcomes.length} invited.`)
  }
  return (
    <form className="board-composer" aria-labelledby="board-who" noValidate onSubmit={submit}>
      <h1 id="board-who">Who is missing?</h1>
      <label htmlFor="board-draft">An address, or a whole list of them</label>
      <input
        {...form.register('draft')}
        id="board-draft"
        inputMode="email"
        autoComplete="off"
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          event.preventDefault()
          void form.add(event.clipboardData.getData('text/plain'))
        }}
      />
      <ol aria-label="To be invited">
        {form.entries.map((entry) => {
          const problem = form.problemOf(entry)
          return (
            <li key={entry.id} data-problem={problem?.kind}>
              <span>{entry.text}</span>
              {problem && (
                <em>
                  {'error' in problem ? table.errors[problem.error.code] : reasons[problem.kind]}
                </em>
              )}
              <button
                type="button"
                aria-label={`Leave out ${entry.text}`}
                onClick={() => form.remove(entry.id)}
              />
            </li>
          )
        })}
      </ol>
      <fieldset>
        <legend>They come as</legend>
        {form.roles.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" value={value} {...form.register('role')} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" aria-disabled={form.sending || undefined}>
        {form.sending ? 'On its way…' : `Invite ${ready || 'them'}`}
      </button>
      <p role="status">{form.entries.length ? `${ready} to invite, ${blocked} to mend.` : said}</p>
    </form>
  )
}

function Waiting({ transport, now }: PeopleBoardProps) {
  const list = usePendingInvites(transport, { now, defaultView: { pageSize: 5 } })
  const { status, page, total } = list
  return (
    <section className="board-waiting" aria-labelledby="board-waiting" aria-busy={list.refreshing}>
      <h2 id="board-waiting">Still on their way{total === undefined ? '' : `: ${total}`}</h2>
      <input
        type="search"
        aria-label="Find"
        placeholder="Find"
        value={list.view.search ?? ''}
        onChange={(event) => list.setView({ search: event.currentTarget.value })}
      />
      {list.error && <p role="alert">{table.errors[list.error.code]}</p>}
      {status === 'empty' && <p>Everybody is here.</p>}
      {status === 'no_match' && <p>Nobody of that name.</p>}
      <ul>
        {list.rows.map(({ invite, pending, error, coolUntil = 0 }) => {
          const waits = pending !== undefined || coolUntil > now().getTime()
          const state = pending ?? `${invite.status}, ${invite.role}`
          return (
            <li key={invite.id} data-status={invite.status} data-pending={pending}>
              <b aria-hidden="true">{invite.email?.[0]}</b>
              <span>{invite.email}</span>
              <small>{error ? table.errors[error.code] : state}</small>
              <button
                aria-label={`Remind ${invite.email}`}
                aria-disabled={waits || undefined}
                onClick={() => void (waits || list.resend?.(invite))}
              >
                {waits ? 'Reminded' : 'Remind'}
              </button>
              <button
                aria-label={`Withdraw ${invite.email}`}
                onClick={() => void list.revoke?.(invite)}
              >
                Withdraw
              </button>
            </li>
          )
        })}
      </ul>
      <nav aria-label="Pages">
        {page.previous && <button onClick={page.previous}>Back</button>}
        <span>
          {page.number} / {page.count}
        </span>
        {page.next && <button onClick={page.next}>On</button>}
      </nav>
    </section>
  )
}
