'use client'
import { memo } from 'react'
import type { InviteStatusFilter, InviteView } from '../hooks/useInviteView.js'
import type { TableFirstLabels } from '../locales/en.js'
import type { InviteRole } from '../transport.js'
import type { AllParts } from './parts.js'

interface TableToolsProps {
  view: InviteView
  setView: (part: InviteView) => void
  labels: TableFirstLabels
  roles: readonly InviteRole[]
  parts: AllParts
}

const statuses: readonly InviteStatusFilter[] = ['pending', 'expiring', 'expired', 'stored']

/** Search and filters. */
export const TableTools = /*#__PURE__*/ memo(function TableTools({
  view,
  setView,
  labels,
  roles,
  parts,
}: TableToolsProps) {
  const { Input, Select } = parts
  const names = { ...labels, stored: labels.notMailed }
  const filter = (name: 'role' | 'status', options: readonly Omit<InviteRole, 'description'>[]) => (
    <Select
      className="ik-input"
      aria-label={labels[name]}
      value={view[name] ?? ''}
      onChange={(event) => setView({ [name]: event.currentTarget.value || undefined })}
    >
      <option value="">
        {labels[name]}: {labels.all}
      </option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
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
      {roles.length > 1 && filter('role', roles)}
      {filter(
        'status',
        statuses.map((value) => ({ value, label: names[value] })),
      )}
    </div>
  )
})
