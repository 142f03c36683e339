import type { ComponentProps, ComponentType } from 'react'

type Part<Tag extends 'button' | 'input' | 'select' | 'textarea' | 'dialog'> =
  | Tag
  | ComponentType<ComponentProps<Tag>>

export interface AllParts {
  Button: Part<'button'>
  Input: Part<'input'>
  Select: Part<'select'>
  TextArea: Part<'textarea'>
  /** Has `showModal` and `close`, as `<dialog>` has. */
  Dialog: Part<'dialog'>
}

/**
 * What an app may put in the place of native elements. Each gets exactly the props of the element, `ref` and
 * `className` included, and has to hand them on; with React 18 that takes `forwardRef`.
 */
export type Parts = Partial<AllParts>

export const nativeParts: AllParts = {
  Button: 'button',
  Input: 'input',
  Select: 'select',
  TextArea: 'textarea',
  Dialog: 'dialog',
}
