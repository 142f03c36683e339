/**
 * An address for people who may not be its owner: `a•••@x.example`. The owner knows it again; the number of dots
 * tells nothing of its length.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const [first = ''] = email
  return at > 0 ? `${first}•••${email.slice(at)}` : '•••'
}
