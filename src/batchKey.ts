const factors = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

/**
 * The idempotency key of a batch, told by those of its recipients: equal for the same ones in the same order, so that
 * a batch that is sent once more, after a reload too, is known again. 128 bits, of keys that are random themselves.
 */
export function batchKey(keys: readonly string[]): string {
  const text = keys.join(' ')
  return factors
    .map((factor) => {
      let hash: number = factor
      for (let at = 0; at < text.length; at++) {
        hash = Math.imul(hash ^ text.charCodeAt(at), factor)
        hash ^= hash >>> 15
      }
      return (hash >>> 0).toString(36)
    })
    .join('-')
}
