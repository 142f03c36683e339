'use client'
import { useId, useState } from 'react'
import { maskEmail } from '../input/maskEmail.js'
import type { AcceptLabels } from '../locales/en.js'
import { say } from '../locales/say.js'
import type { AcceptField } from '../schema.js'

interface AcceptInputProps {
  ask: AcceptField
  labels: AcceptLabels
  /** It was left empty. */
  missing: boolean
  /** Why what was filled in was refused. */
  problem: string | undefined
  /** What is known already is an address that not everybody may see: it is used where nothing is filled in. */
  masked: boolean
}

/** One thing that the provider asks, set up so that password managers know what it is. */
export function AcceptInput({ ask, labels, missing, problem, masked }: AcceptInputProps) {
  const { name, required, value = '', secret } = ask
  const id = useId()
  const [shown, show] = useState(false)
  const password = name === 'password'
  const label = labels[password ? passwords[secret ?? 'either'] : name]
  const reason = missing ? say(labels.fieldMissing, { field: label }) : problem
  return (
    <div className="ik-field">
      <label className="ik-label" htmlFor={id}>
        {label}
      </label>
      <div className="ik-input-group">
        <input
          id={id}
          name={name}
          className="ik-input"
          type={password && !shown ? 'password' : 'text'}
          autoComplete={password ? (secret === 'new' ? 'new-password' : 'current-password') : name}
          autoCapitalize={name === 'name' ? undefined : 'none'}
          spellCheck={false}
          defaultValue={masked ? '' : value}
          placeholder={masked ? maskEmail(value) : undefined}
          required={required && !masked}
          aria-invalid={reason ? true : undefined}
          aria-describedby={reason ? `${id}problem` : undefined}
        />
        {password && (
          <button
            type="button"
            className="ik-button"
            aria-label={labels.showPassword}
            aria-pressed={shown}
            onClick={() => show(!shown)}
          >
            {labels.show}
          </button>
        )}
      </div>
      {reason && (
        <p id={`${id}problem`} className="ik-problem">
          {reason}
        </p>
      )}
    </div>
  )
}

const passwords = { new: 'newPassword', current: 'currentPassword', either: 'password' } as const
