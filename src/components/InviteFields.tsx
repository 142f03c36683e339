'use client'
import { memo, useState, type ReactNode } from 'react'
import type { InviteForm } from '../hooks/useInviteForm.js'
import type { FormFirstLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { AllParts } from './parts.js'
import { Say } from './Say.js'
import { Time } from './Time.js'

/** One of the provider's groups or teams, as a person knows it. */
export interface InviteGroup {
  value: string
  label: string
}

interface InviteFieldsProps extends Pick<
  InviteForm,
  'register' | 'roles' | 'defaultRole' | 'fields' | 'maxMessage'
> {
  labels: FormFirstLabels
  parts: AllParts
  groups: readonly InviteGroup[] | undefined
  now: () => Date
  ids: { groups: string; message: string }
  announce: (text: string) => void
}

const days = [1, 3, 7, 14, 30]

/**
 * What is sent to everybody: the role, and exactly the fields that the transport takes. Nothing that becomes of the
 * recipients renders it anew.
 */
export const InviteFields = /*#__PURE__*/ memo(function InviteFields(props: InviteFieldsProps) {
  const { register, roles, defaultRole, fields, labels, parts, groups, ids } = props
  const { Input, Select } = parts
  const [role, setRole] = useState<string>()
  const roleField = register('role')
  const chosen = roles.find(({ value }) => value === role) ?? defaultRole
  return (
    <>
      <div className="ik-form-row">
        {roles.length > 0 && (
          <Field label={labels.role} hint={chosen?.description} id={`${ids.message}role`}>
            <Select
              className="ik-input"
              aria-describedby={`${ids.message}role`}
              {...roleField}
              onChange={(event) => {
                void roleField.onChange(event)
                setRole(event.target.value)
              }}
            >
              {roles.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {fields.sendMail && (
          <Field label={labels.delivery}>
            <Select className="ik-input" {...register('delivery')}>
              <option value="mail">{labels.byMail}</option>
              <option value="link">{labels.byLink}</option>
            </Select>
          </Field>
        )}
        {fields.expiresAt && <Expiry {...props} />}
        {fields.groups && !groups && (
          <Field label={labels.groups} hint={labels.groupsHint} id={`${ids.groups}hint`}>
            <Input
              id={ids.groups}
              className="ik-input"
              autoComplete="off"
              aria-describedby={`${ids.groups}hint`}
              {...register('groups')}
            />
          </Field>
        )}
      </div>
      {fields.groups && groups && (
        <fieldset id={ids.groups} className="ik-field ik-choices" tabIndex={-1}>
          <legend className="ik-label">{labels.groups}</legend>
          {groups.map(({ value, label }) => (
            <label key={value} className="ik-choice">
              <input type="checkbox" value={value} {...register('groups')} />
              <bdi>{label}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      {fields.message && <Message {...props} />}
    </>
  )
})

interface FieldProps {
  label: string
  hint?: ReactNode
  /** Of the hint. */
  id?: string
  children: ReactNode
}

/** The hint stands outside of the label: it describes the field, and is not its name. */
function Field({ label, hint, id, children }: FieldProps) {
  return (
    <div className="ik-field">
      <label className="ik-field">
        <span className="ik-label">{label}</span>
        {children}
      </label>
      <span id={id} className="ik-hint">
        {hint}
      </span>
    </div>
  )
}

/** For how many days, and until when that is. */
function Expiry({ register, fields, labels, parts, now, ids }: InviteFieldsProps) {
  const { Select } = parts
  const [date, setDate] = useState<string>()
  const field = register('days')
  const hint = date && (
    <Say
      sentence={labels.expiryDate}
      locale={labels.locale}
      values={{ date: <Time date={date} locale={labels.locale} to="minute" /> }}
    />
  )
  return (
    <Field label={labels.expiry} hint={hint} id={`${ids.message}expiry`}>
      <Select
        className="ik-input"
        aria-describedby={`${ids.message}expiry`}
        {...field}
        onChange={(event) => {
          void field.onChange(event)
          const count = Number(event.target.value)
          setDate(
            count ? new Date(now().getTime() + count * 24 * 3_600_000).toISOString() : undefined,
          )
        }}
      >
        {fields.expiresAt !== 'required' && <option value="">{labels.expiryDefault}</option>}
        {days.map((count) => (
          <option key={count} value={count}>
            {say(labels.expiryDays, { count }, labels.locale)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** The message, with a count that is read out near the limit and beyond it. What is too long is not cut off. */
function Message(props: InviteFieldsProps) {
  const { register, maxMessage, labels, announce } = props
  const { TextArea } = props.parts
  const [length, setLength] = useState(0)
  const field = register('message')
  const over = length > maxMessage
  const counted = (count: number) =>
    say(labels.messageCount, { count, limit: maxMessage }, labels.locale)
  const hint = (
    <span className={over ? 'ik-problem' : undefined} aria-hidden="true">
      {counted(length)}
    </span>
  )
  return (
    <Field label={labels.message} hint={hint}>
      <TextArea
        id={props.ids.message}
        className="ik-input"
        rows={3}
        aria-invalid={over || undefined}
        {...field}
        onChange={(event) => {
          void field.onChange(event)
          const now = event.target.value.trim().length
          setLength(now)
          if ([maxMessage * 0.9, maxMessage].some((mark) => now >= mark && length < mark))
            announce(counted(now))
        }}
      />
    </Field>
  )
}
