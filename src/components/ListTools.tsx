'use client'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

interface ListToolsProps {
  form: InviteForm
  labels: FormLabels
  /** Does it with the focus out of the way, and says so. */
  act: (change: () => void, sentence: string) => void
}

/** What can be done to the whole list of recipients, where there is something to do. */
export function ListTools({ form, labels, act }: ListToolsProps) {
  const { undo, removeBlocked } = form
  const count = form.counts.blocked
  return (
    <>
      {undo && (
        <button type="button" className="ik-button-quiet" onClick={() => act(undo, labels.undone)}>
          {labels.undo}
        </button>
      )}
      {count > 0 && (
        <button
          type="button"
          className="ik-button-quiet"
          onClick={() => act(removeBlocked, say(labels.removedBlocked, { count }, labels.locale))}
        >
          {say(labels.removeBlocked, { count }, labels.locale)}
        </button>
      )}
    </>
  )
}
