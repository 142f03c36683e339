/** What an app needs to mail an invite itself, where the provider mails nobody. `url` is a secret. */
export interface InviteMail {
  id: string
  email: string
  url: string
  role?: string | undefined
  /** ISO 8601; may be an estimate. */
  expiresAt?: string | undefined
  name?: string | undefined
  message?: string | undefined
}
