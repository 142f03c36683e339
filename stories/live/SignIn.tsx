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
  const onSubmit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [typed = '', secret = ''] = new FormData(event.currentTarget).values() as Iterable<string>
    const refused = await enter({ email: typed, password: secret })
    if (refused === undefined) onEntered()
    else setProblem(refused)
  }
  return (
    <form className="live-sign-in" onSubmit={(event) => void onSubmit(event)}>
      <h2>{title}</h2>
      <label>
        Account e-mail
        <input name="email" type="email" autoComplete="username" defaultValue={email} required />
      </label>
      <label>
        Account password
        <input
          name="password"
          type="password"
          autoComplete="current-password"
          defaultValue={password}
          minLength={8}
          required
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <button type="submit">Enter</button>
    </form>
  )
}
