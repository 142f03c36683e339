import type { InviteOperation } from './transport.js'

const reads: readonly InviteOperation[] = ['list', 'lookup', 'viewer']

/** Whether an operation changes anything at the provider. */
export function isWrite(operation: InviteOperation): boolean {
  return !reads.includes(operation)
}
