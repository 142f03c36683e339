'use client'
import { useMemo } from 'react'
import {
  PendingInvitesTable as Table,
  type PendingInvitesTableProps,
} from '../components/PendingInvitesTable.js'
import { tableFirst } from '../locales/enTable.js'

const load = () => import('./tableLater.js')

/**
 * Who has been invited and has not come yet. Resend, revoke and the change of a role are there where the transport
 * has them. Renders a `<section>` with a `<table>`.
 *
 * Styling hooks: `.ik-table`, `.ik-table[data-status="loading|empty|no_match|failed|ready"]`, `.ik-row[data-pending]`, `.ik-row[data-status="pending|expired|accepted|declined|revoked|unknown"]`.
 */
export function PendingInvitesTable(props: PendingInvitesTableProps) {
  const words = useMemo(() => ({ ...tableFirst, ...props.labels }), [props.labels])
  return <Table {...props} labels={words} load={load} />
}
