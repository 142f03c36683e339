'use client'
import { useId, useState } from 'react'
import type { AcceptLabels } from '../locales/en.js'
import type { AcceptField } from '../schema.js'

interface AcceptInputProps {
  ask: AcceptField
  labels: AcceptLabels
  /** Why what was filled in was refused. */
  problem: string | undefined
}

/** One thing that the provider asks, set up so that password managers know what it is. */
export function AcceptInput({ ask, labels, problem }: AcceptInputProps) {
  const { name, required, value, secret } = ask
  const id = useId()
  const [shown, show] = useState(false)
  const password = name === 'password'
  return (
    <div className="ik-field">
      <label className="ik-label" htmlFor={id}>
        {password ? passwordLabel(secret, labels) : labels[name]}
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
          defaultValue={value}
          required={required}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}problem` : undefined}
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
      {problem && (
        <p id={`${id}problem`} className="ik-problem">
          {problem}
        </p>
      )}
    </div>
  )
}

function passwordLabel(secret: AcceptField['secret'], labels: AcceptLabels): string {
  if (secret === 'new') return labels.newPassword
  return secret === 'current' ? labels.currentPassword : labels.password
}
