'use client'
import { useState, type ComponentType } from 'react'
import type { FormImportProps } from './FormImport.js'

/** Brings the part that imports a file, and its parser. */
export type LoadImport<Csv> = () => Promise<{ FormImport: ComponentType<FormImportProps<Csv>> }>

/** A file that was handed to the form; the part that imports it is loaded with it. */
export function useCsvFile<Csv>(load: LoadImport<Csv>, onFailure: () => void) {
  const [opened, setOpened] = useState<{
    file: File
    FormImport: ComponentType<FormImportProps<Csv>>
  }>()
  return {
    opened,
    open: (file: File) => void load().then((part) => setOpened({ file, ...part }), onFailure),
    close: () => setOpened(undefined),
  }
}
