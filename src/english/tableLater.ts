import { worded as withAll } from '../components/tableLater.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'

/** The later part of PendingInvitesTable, and what it says in English: one chunk. */
export const worded = (labels: TableFirstLabels) => withAll({ ...tableLater, ...labels })
