import { forwardRef, type ComponentProps } from 'react'
import type { Parts } from '../../src/index.ts'

/** An app's own button: which of its kinds it is, it reads from the class. */
function Button({ className = '', children, ...props }: ComponentProps<'button'>) {
  const kind = /primary|danger|quiet/.exec(className)?.[0] ?? 'plain'
  return (
    // The type comes with the props.
    // oxlint-disable-next-line react/button-has-type
    <button {...props} className={`${className} own-button`} data-kind={kind}>
      <span className="own-label">{children}</span>
    </button>
  )
}

/** A field with a line below it, in the place of a box. */
function Input({ className = '', ...props }: ComponentProps<'input'>) {
  return <input {...props} className={`${className} own-field`} />
}

function TextArea({ className = '', ...props }: ComponentProps<'textarea'>) {
  return <textarea {...props} className={`${className} own-field`} />
}

/** A select with a mark of the app's own. */
function Select({ className = '', ...props }: ComponentProps<'select'>) {
  return (
    <span className="own-select">
      <select {...props} className={`${className} own-field`} />
      <svg viewBox="0 0 12 8" aria-hidden="true">
        <path d="M1 1l5 5 5-5" />
      </svg>
    </span>
  )
}

/**
 * A dialog that comes in from the side. It is a `<dialog>`, so it has what the components call, through the `ref`: since
 * React 19 that is one of the props, before it takes `forwardRef`.
 */
const Dialog = forwardRef<HTMLDialogElement, ComponentProps<'dialog'>>(function Dialog(
  { className = '', ...props },
  ref,
) {
  return <dialog {...props} ref={ref} className={`${className} own-sheet`} />
})

/** An app's own components in the place of native elements. */
export const ownParts: Parts = { Button, Input, Select, TextArea, Dialog }
