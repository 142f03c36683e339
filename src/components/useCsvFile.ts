'use client'
import { useState } from 'react'
import type { FormImport } from './FormImport.js'

/** A file that was handed to the form; the part that imports it, and its parser, are loaded with it. */
export function useCsvFile(onFailure: () => void) {
  const [opened, setOpened] = useState<{ file: File; FormImport: typeof FormImport }>()
  return {
    opened,
    open: (file: File) =>
      void import('./FormImport.js').then((part) => setOpened({ file, ...part }), onFailure),
    close: () => setOpened(undefined),
  }
}
