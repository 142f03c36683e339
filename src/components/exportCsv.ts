import { csvCell } from '../input/csv.js'
import type { TableFirstLabels } from '../locales/en.js'
import { readAll } from '../readAll.js'
import type { ListInvitesInput } from '../schema.js'
import type { InviteTransport } from '../transport.js'
import { downloadCsv } from './download.js'
import { statusText } from './tableColumns.js'

/** Hands over all that match as a CSV file, dates as ISO 8601. @throws InviteError as `list` does */
export async function exportCsv(
  transport: InviteTransport<'list'>,
  matching: ListInvitesInput,
  labels: TableFirstLabels,
): Promise<void> {
  const head = [
    labels.email,
    labels.role,
    labels.status,
    labels.invitedBy,
    labels.sent,
    labels.expires,
  ]
  const rows = (await readAll(transport, matching)).map((invite) => [
    invite.email,
    invite.role,
    statusText(invite, labels),
    invite.invitedBy,
    invite.createdAt,
    invite.expiresAt,
  ])
  const lines = [head, ...rows].map((cells) => cells.map((cell = '') => csvCell(cell)).join(','))
  downloadCsv('invitations.csv', lines)
}
