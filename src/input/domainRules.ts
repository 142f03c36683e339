import { checkEmail } from './email.js'

/** Whom an organization invites, by domain. `example.com` is that domain alone, `.example.com` all below it. */
export interface DomainRules {
  /** Nobody else can be invited. */
  allow?: readonly string[] | undefined
  /** Cannot be invited. */
  deny?: readonly string[] | undefined
  /** The organization's own: everybody else can be invited, with a word of warning. */
  own?: readonly string[] | undefined
}

/**
 * A judge of canonical keys ({@link checkEmail}) by the rules of an organization. What the browser says is a
 * courtesy: the server has to enforce it.
 */
export function domainJudge({
  allow,
  deny,
  own,
}: DomainRules): (key: string) => 'denied' | 'outside' | undefined {
  const [allowed, denied, inside] = [allow, deny, own].map((list) => list?.map(ascii))
  return (key) => {
    const domain = key.slice(key.lastIndexOf('@') + 1)
    const among = (rules: readonly string[]) =>
      rules.some((rule) => (rule.startsWith('.') ? domain.endsWith(rule) : domain === rule))
    if ((denied && among(denied)) || (allowed && !among(allowed))) return 'denied'
    return inside && !among(inside) ? 'outside' : undefined
  }
}

/** As the key of an address has it: lower-cased ACE. */
function ascii(rule: string): string {
  const dot = rule.startsWith('.') ? '.' : ''
  return dot + (checkEmail(`x@${rule.slice(dot.length)}`).key?.slice(2) ?? rule.toLowerCase())
}
