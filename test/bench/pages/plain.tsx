// The floor of the table: its rows from the same invites, as plain static React that shows the same text.
import { createRoot } from 'react-dom/client'
import type { MemoryInvite } from '../../../src/transports/memory.ts'
import '../../../src/styles.css'
import { seed } from './seed.ts'

const headers = ['E-mail', 'Role', 'Status', 'Invited by', 'Sent', 'Expires']
const actions = ['Resend', 'Revoke', '']

function Plain({ invites, now }: { invites: MemoryInvite[]; now: number }) {
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
  const distance = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  const date = (iso = '') => <time dateTime={iso}>{day.format(new Date(iso))}</time>
  return (
    <table role="table" className="ik-table-grid">
      <caption className="ik-hidden">Pending invitations</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" className="ik-cell ik-cell-select">
            <input type="checkbox" aria-label="Select all on this page" />
          </th>
          {headers.map((header) => (
            <th key={header} scope="col" role="columnheader" className="ik-cell">
              {header === 'Status' || header === 'Invited by' ? (
                header
              ) : (
                <button type="button" className="ik-sort">
                  {header}
                </button>
              )}
            </th>
          ))}
          <th scope="col" role="columnheader" className="ik-cell ik-cell-actions">
            Actions
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {invites.map(({ id, email, name, role, invitedBy, createdAt, expiresAt = '' }) => (
          <tr key={id} role="row" className="ik-row" data-status="pending">
            <td role="cell" className="ik-cell ik-cell-select">
              <input type="checkbox" aria-label={`Select ${email}`} />
            </td>
            <th scope="row" role="rowheader" className="ik-cell ik-cell-email">
              <bdi dir="ltr" className="ik-address">
                {email}
              </bdi>
              <span className="ik-cell-name">
                <bdi>{name}</bdi>
              </span>
            </th>
            <td role="cell" className="ik-cell" data-label="Role">
              {role === 'admin' ? 'Admin' : 'Member'}
            </td>
            <td role="cell" className="ik-cell" data-label="Status">
              <span className="ik-badge" data-status="pending">
                Pending
              </span>
            </td>
            <td role="cell" className="ik-cell" data-label="Invited by">
              <bdi>{invitedBy}</bdi>
            </td>
            <td role="cell" className="ik-cell" data-label="Sent">
              {date(createdAt)}
            </td>
            <td role="cell" className="ik-cell" data-label="Expires">
              {date(expiresAt)}
              <span className="ik-muted ik-cell-note">
                {distance.format(Math.trunc((Date.parse(expiresAt) - now) / 86_400_000), 'day')}
              </span>
            </td>
            <td role="cell" className="ik-cell ik-cell-actions">
              {actions.map((action) => (
                <button
                  key={action}
                  type="button"
                  className={action ? 'ik-button' : 'ik-button ik-button-more'}
                  aria-label={`${action || 'Details'} of ${email}`}
                >
                  {action}
                </button>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Made before the clock starts. */
let invites: MemoryInvite[] = []

Object.assign(globalThis, {
  bench: {
    prepare: (count: number) => {
      invites = seed(count)
    },
    mount: () => {
      const element = document.body.appendChild(document.createElement('div'))
      const start = performance.now()
      createRoot(element).render(<Plain invites={invites} now={Date.now()} />)
      return start
    },
  },
})
