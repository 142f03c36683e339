/** The person that better-auth knows in this browser, as the app of the live flow asks for it. */
export interface Person {
  email: string
  name: string
}

export async function whoIsThere(): Promise<Person | null> {
  const response = await fetch('/api/auth/get-session')
  const session = (await response.json()) as { user: Person } | null
  return session?.user ?? null
}

/** Signs in, or up where nobody has that address yet. The sentence says why not. */
export async function enter(person: {
  email: string
  password: string
}): Promise<string | undefined> {
  const signedIn = await post('/api/auth/sign-in/email', person)
  if (signedIn.ok) return undefined
  const name = person.email.split('@')[0]
  const signedUp = await post('/api/auth/sign-up/email', { ...person, name })
  if (signedUp.ok) return undefined
  const { message } = (await signedIn.json()) as { message?: string }
  return message ?? 'That did not work.'
}

export async function leave(): Promise<void> {
  await post('/api/auth/sign-out', {})
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
