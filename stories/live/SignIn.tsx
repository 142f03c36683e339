import { useState, type SubmitEvent } from 'react'
import { enter } from './session.ts'

interface SignInProps {
  title: string
  email: string
  password?: string | undefined
  onEntered: () => void
}

/** The host application's own sign-in: an account is made where there is none. */
export function SignIn({ title, email, password = '', onEntered }: SignInProps) {
  const [problem, setProblem] = useState('')
  const [entering, setEntering] = useState(false)
  const onSubmit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (entering) return
    const [typed = '', secret = ''] = new FormData(event.currentTarget).values() as Iterable<string>
    setEntering(true)
    const refused = await enter({ email: typed, password: secret }).catch(
      () => 'The server does not answer. Try again.',
    )
    setEntering(false)
    if (refused === undefined) onEntered()
    else setProblem(refused)
  }
  return (
    <form className="ik-form live-sign-in" onSubmit={(event) => void onSubmit(event)}>
      <h2 className="ik-title">{title}</h2>
      <label className="ik-field">
        <span className="ik-label">Account e-mail</span>
        <input
          name="email"
          type="email"
          className="ik-input"
          autoComplete="username"
          defaultValue={email}
          required
        />
      </label>
      <label className="ik-field">
        <span className="ik-label">Account password</span>
        <input
          name="password"
          type="password"
          className="ik-input"
          autoComplete="current-password"
          defaultValue={password}
          minLength={8}
          required
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <button type="submit" className="ik-button ik-button-primary">
        Enter
      </button>
    </form>
  )
}
