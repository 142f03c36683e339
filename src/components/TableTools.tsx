'use client'
import type { PendingInvites } from '../hooks/usePendingInvites.js'
import type { InviteStatusFilter } from '../hooks/useInviteView.js'
import type { TableLabels } from '../locales/en.js'
import type { InviteRole } from '../transport.js'
import type { AllParts } from './parts.js'

interface TableToolsProps {
  list: PendingInvites
  labels: TableLabels
  roles: readonly InviteRole[]
  parts: AllParts
}

const statuses: readonly InviteStatusFilter[] = ['pending', 'expiring', 'expired', 'stored']

/** Search and filters. */
export function TableTools({ list, labels, roles, parts: { Input, Select } }: TableToolsProps) {
  const { view, setView } = list
  const names = { ...labels, stored: labels.notMailed }
  return (
    <div className="ik-table-tools">
      <Input
        type="search"
        className="ik-input ik-table-search"
        aria-label={labels.search}
        placeholder={labels.search}
        value={view.search ?? ''}
        onChange={(event) => setView({ search: event.currentTarget.value })}
      />
      {roles.length > 1 && (
        <Select
          className="ik-input"
          aria-label={labels.role}
          value={view.role ?? ''}
          onChange={(event) => setView({ role: event.currentTarget.value || undefined })}
        >
          <option value="">
            {labels.role}: {labels.all}
          </option>
          {roles.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <Select
        className="ik-input"
        aria-label={labels.status}
        value={view.status ?? ''}
        onChange={(event) =>
          setView({ status: statuses.find((status) => status === event.currentTarget.value) })
        }
      >
        <option value="">
          {labels.status}: {labels.all}
        </option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {names[status]}
          </option>
        ))}
      </Select>
    </div>
  )
}
