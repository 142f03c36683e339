import type { FormContext } from './formCore.js'
import type { FormActions, InviteForm } from './inviteFormState.js'
import type { AddedRecipients } from './recipientEntry.js'
import { seatsOf } from './seatsOf.js'

/** What stands at the front of `draft` to be read: the text, and as it is shown there, in one line. */
export interface Held {
  text: string
  shown: string
  /** Under way, for all that was asked for. */
  reading?: Promise<AddedRecipients | undefined> | undefined
}

/** A form whose part that reads and sends is still being loaded: what is asked of it waits, and is seen in `draft`. */
export function waitingActions(
  load: () => Promise<FormActions>,
  { values: { getValues, setValue }, options }: Pick<FormContext, 'values' | 'options'>,
  held: Held,
): FormActions & Pick<InviteForm, 'reload'> {
  const typed = () => {
    const draft = getValues('draft')
    // Somebody has changed it: it is theirs again, and read with the rest.
    if (!draft.startsWith(held.shown)) held.text = held.shown = ''
    return draft.slice(held.shown.length)
  }
  const hold = (text: string, after: string) => {
    held.text += `${text}\n`
    held.shown += `${text.trim().replace(/\s*[\r\n]\s*/g, '; ')}; `
    setValue('draft', held.shown + after)
  }
  const read = (actions: FormActions) => {
    const after = typed()
    const { text } = held
    if (!text) return undefined
    held.text = held.shown = ''
    setValue('draft', after)
    return actions.add(text)
  }
  const reload = () =>
    (held.reading ??= load()
      .then(read, nothing)
      .finally(() => (held.reading = undefined)))

  return {
    entries: [],
    counts: { ready: 0, blocked: 0, failed: 0, lost: 0 },
    problemOf: nothing,
    noteOf: nothing,
    meantBy: nothing,
    add: (text) => {
      hold(text, typed())
      return reload()
    },
    addRows: async (rows) => (await load()).addRows(rows),
    commitDraft: async (only) => {
      const text = typed()
      if (only || !text.trim()) return undefined
      hold(text, '')
      return reload()
    },
    edit: nothing,
    remove: nothing,
    removeBlocked: nothing,
    submit: async (data) => {
      await reload()
      return (await load()).submit(data)
    },
    retry: async (which) => (await load()).retry(which),
    sending: false,
    progress: { done: 0, total: 0 },
    cancel: nothing,
    outcomes: [],
    seats: seatsOf(options.seats),
    reload,
  }
}

const nothing = () => undefined
