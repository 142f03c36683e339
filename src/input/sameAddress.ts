/**
 * Whether two addresses are the same mailbox as far as anyone but its server can tell: ASCII letters without case,
 * nothing else folded (full Unicode folding would merge different people, CVE-2019-19844).
 */
export function sameAddress(a: string, b: string): boolean {
  // The first is fast, and never says no where the second says yes.
  return a.trim().toLowerCase() === b.trim().toLowerCase() && lower(a) === lower(b)
}

function lower(address: string): string {
  return address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
