'use client'
import { useCallback, useMemo, useState } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { CsvImport } from './CsvImport.js'
import { downloadCsv } from './download.js'

/** The import of a file, whose part and parser are loaded when a file arrives. */
export function useCsvFile(
  { entries, fields, roles }: InviteForm,
  announce: (text: string) => void,
  labels: FormLabels,
) {
  const [opened, setOpened] = useState<{ file: File; CsvImport: typeof CsvImport }>()
  const keys = useMemo(() => new Set(entries.map(({ key }) => key)), [entries])
  const fail = () => announce(labels.notLoaded)
  return {
    opened,
    taken: useCallback((key: string) => keys.has(key), [keys]),
    open: (file: File) =>
      void import('./CsvImport.js').then((part) => setOpened({ file, ...part }), fail),
    /** `left`: how many rows had a problem and were not added. */
    close: (left: number) => {
      setOpened(undefined)
      if (left > 0) announce(say(labels.rowsLeft, { count: left }, labels.locale))
    },
    template: () =>
      void import('../csv/template.js').then(
        ({ csvTemplate }) => downloadCsv('invitations.csv', [csvTemplate(fields, roles).trimEnd()]),
        fail,
      ),
  }
}
