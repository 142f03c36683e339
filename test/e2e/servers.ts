import { react } from '../oldest/alias.ts'

// What runs on the oldest React has ports and builds of its own, so that it can go on beside the other.
const first = react === '18' ? 6116 : 6106

/** The static build, the development server, the page with a strict policy, and those that two tests start themselves. */
export const ports = {
  still: first,
  live: first + 1,
  strict: first + 2,
  canary: first + 3,
  restart: first + 4,
}

/** From the top of the repository. */
export const builds = `node_modules/.cache/e2e-${react}`
