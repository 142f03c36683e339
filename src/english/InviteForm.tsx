'use client'
import { useMemo } from 'react'
import { InviteForm as Form, type InviteFormProps } from '../components/InviteForm.js'
import { partOf } from '../hooks/usePart.js'
import { formFirst } from '../locales/enForm.js'

const later = /*#__PURE__*/ partOf(() => import('./formLater.js'))
const loadImport = () => import('./FormImport.js')

/**
 * Invites one person or many: addresses typed or pasted in any form, a role, and whatever else the transport takes.
 * Renders a `<form>`.
 *
 * Styling hooks: `.ik-form`, `.ik-form[data-sending]`, `.ik-chip[data-severity="invalid|lost|note"]`, `.ik-seats[data-short]`, `.ik-result-group[data-status="mailed|stored|added|unknown|failed|lost"]`.
 */
export function InviteForm(props: InviteFormProps) {
  const words = useMemo(() => ({ ...formFirst, ...props.labels }), [props.labels])
  const { csvLabels } = props
  return <Form {...props} {...{ csvLabels, later, loadImport }} labels={words} />
}
