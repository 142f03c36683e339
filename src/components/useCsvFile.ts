'use client'
import { useCallback, useMemo, useState } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { CsvImport } from './CsvImport.js'
import { downloadCsv } from './download.js'

/** The import of a file, whose part and parser are loaded when a file arrives. */
export function useCsvFile(
  { entries, fields, roles }: InviteForm,
  announce: (text: string) => void,
  notLoaded: string,
) {
  const [opened, setOpened] = useState<{ file: File; CsvImport: typeof CsvImport }>()
  const keys = useMemo(() => new Set(entries.map(({ key }) => key)), [entries])
  const fail = () => announce(notLoaded)
  return {
    opened,
    taken: useCallback((key: string) => keys.has(key), [keys]),
    open: (file: File) =>
      void import('./CsvImport.js').then((part) => setOpened({ file, ...part }), fail),
    close: () => setOpened(undefined),
    template: () =>
      void import('../csv/template.js').then(
        ({ csvTemplate }) => downloadCsv('invitations.csv', [csvTemplate(fields, roles).trimEnd()]),
        fail,
      ),
  }
}
