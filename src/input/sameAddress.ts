/**
 * Whether two addresses are the same mailbox as far as anyone but its server can tell: ASCII letters without case,
 * nothing else folded (full Unicode folding would merge different people, CVE-2019-19844).
 */
export function sameAddress(a: string, b: string): boolean {
  return lower(a) === lower(b)
}

function lower(address: string): string {
  return address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
