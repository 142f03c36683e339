'use client'
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

interface ConfirmDialogProps {
  title: string
  children: ReactNode
  /** The way out; it has the focus. */
  keep: string
  confirm: string
  onKeep: () => void
  onConfirm: () => void
}

/** A question before something that cannot be undone. Renders a modal `<dialog>`; Escape is the way out. */
export function ConfirmDialog({
  title,
  children,
  keep,
  confirm,
  onKeep,
  onConfirm,
}: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // A layout effect: it closes while the dialog is still in the document, so that the focus goes back to the opener.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="ik-dialog"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onCancel={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      <h2 id={`${id}title`} className="ik-title">
        {title}
      </h2>
      <p id={`${id}text`}>{children}</p>
      <div className="ik-dialog-actions">
        {/* First in the dialog, so that showModal gives it the focus. */}
        <button type="button" className="ik-button" onClick={onKeep}>
          {keep}
        </button>
        <button type="button" className="ik-button ik-button-danger" onClick={onConfirm}>
          {confirm}
        </button>
      </div>
    </dialog>
  )
}
