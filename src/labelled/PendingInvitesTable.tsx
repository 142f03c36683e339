'use client'
import {
  PendingInvitesTable as Table,
  type PendingInvitesTableProps as Props,
} from '../components/PendingInvitesTable.js'
import type { TableLabels } from '../locales/en.js'

/** What PendingInvitesTable takes where no sentence is built in. */
export interface PendingInvitesTableProps extends Omit<Props, 'labels'> {
  /** Every sentence. */
  labels: TableLabels
}

const load = () => import('../components/tableLater.js')

/** PendingInvitesTable of `invite-kit` in the language of its labels: no sentence of another one is shipped. */
export function PendingInvitesTable(props: PendingInvitesTableProps) {
  return <Table {...props} load={load} />
}
