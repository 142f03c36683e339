import { InviteError } from '../error.js'
import { csvCell } from '../input/csv.js'
import type { TableLabels } from '../locales/en.js'
import { readAll } from '../readAll.js'
import type { Invite, ListInvitesInput } from '../schema.js'
import type { InviteTransport } from '../transport.js'
import { downloadCsv } from './download.js'
import { failureText } from './failureText.js'
import { statusText } from './tableColumns.js'

/** Hands over all that match as a CSV file, dates as ISO 8601, or says why it cannot. */
export async function exportCsv(
  transport: InviteTransport<'list'>,
  matching: ListInvitesInput,
  labels: TableLabels,
  announce: (text: string) => void,
): Promise<void> {
  try {
    downloadCsv('invitations.csv', linesOf(await readAll(transport, matching), labels))
  } catch (thrown) {
    announce(failureText(InviteError.from(thrown), labels))
  }
}

function linesOf(invites: readonly Invite[], labels: TableLabels): string[] {
  const head = [
    labels.email,
    labels.role,
    labels.status,
    labels.invitedBy,
    labels.sent,
    labels.expires,
  ]
  const rows = invites.map((invite) => [
    invite.email,
    invite.role,
    statusText(invite, labels),
    invite.invitedBy,
    invite.createdAt,
    invite.expiresAt,
  ])
  return [head, ...rows].map((cells) => cells.map((cell = '') => csvCell(cell)).join(','))
}
