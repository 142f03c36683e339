import { isInviteId } from '../input/id.js'
import { refuse } from './refuse.js'

interface Limits {
  /** Roles that may be given; undefined for all. */
  roles: readonly string[] | undefined
  maxBatch: number
}

/** What stands in an input of any operation, as far as it is judged here. */
interface Judged {
  id?: string
  token?: string
  role?: string
}

const printable = /^[!-~]{1,4096}$/

/** What a schema cannot say: how many, which roles, and ids and tokens that no provider gives out. */
export function checkInput(write: boolean, input: unknown, { roles, maxBatch }: Limits): void {
  const all = [input].flat() as Judged[]
  if (all.length > maxBatch)
    throw refuse('invalid_input', {
      status: 413,
      message: `At most ${maxBatch} people are invited at once.`,
    })
  for (const { id, token, role } of all) {
    // A role in the input of a read is a filter.
    if (write && role !== undefined && roles && !roles.includes(role))
      throw refuse('forbidden', { fields: { role: 'not yours to give' } })
    if (id !== undefined && !isInviteId(id))
      throw refuse('invalid_input', { status: 400, fields: { id: 'not an id' } })
    if (token !== undefined && !printable.test(token))
      throw refuse('invalid_input', { status: 400, fields: { token: 'not a token' } })
  }
}
