export {
  memory,
  type Fault,
  type MemoryInvite,
  type MemoryMail,
  type MemoryOptions,
} from './memory.js'
export type { Fetch, HttpOptions, Resolvable } from './request.js'
export { parseRetryAfter } from './retryAfter.js'
