const known = /*#__PURE__*/ [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'protonmail.com',
  'gmx.net',
  'web.de',
  'orange.fr',
  'libero.it',
  'naver.com',
  'yandex.ru',
]

/** Real domains that are one slip away from one above. */
const real = /*#__PURE__*/ ['mail.com', 'gmx.com', 'gmx.de', 'gmx.at', 'ymail.com', 'live.com']

/**
 * Says which address may have been meant, where the domain is one slip (a letter too many, too few, wrong or swapped
 * with its neighbour) away from a well-known one or from one of `domains`. An offer to make, never a change to make.
 */
export function emailSuggester(
  domains: readonly string[] = [],
): (email: string) => string | undefined {
  const all = [...domains, ...known]
  const find = (domain: string) => {
    if (all.includes(domain) || real.includes(domain)) return undefined
    const ending = domain.replace(/\.(?:con|cmo|ocm|vom|comm)$/, '.com')
    return ending === domain ? all.find((other) => oneSlip(domain, other)) : ending
  }
  // A list is mostly of a few domains.
  const found = new Map<string, string | undefined>()
  return (email) => {
    const at = email.lastIndexOf('@') + 1
    const domain = email.slice(at).toLowerCase()
    if (!found.has(domain)) found.set(domain, find(domain))
    const meant = found.get(domain)
    return meant && email.slice(0, at) + meant
  }
}

/** What is left of both without their common beginning and end tells the slip. */
function oneSlip(typed: string, meant: string): boolean {
  let start = 0
  while (start < meant.length && typed[start] === meant[start]) start++
  let a = typed.length
  let b = meant.length
  while (a > start && b > start && typed[a - 1] === meant[b - 1]) {
    a--
    b--
  }
  const [wrong, right] = [typed.slice(start, a), meant.slice(start, b)]
  if (wrong.length <= 1 && right.length <= 1) return true
  return wrong.length === 2 && wrong[0] === right[1] && wrong[1] === right[0] && right.length === 2
}
