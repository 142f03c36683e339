import { checkEmail } from '../input/email.js'
import { isInviteId } from '../input/id.js'
import { refuse } from './refuse.js'

interface Limits {
  /** Roles and groups that may be given; undefined for all. */
  roles: readonly string[] | undefined
  groups: readonly string[] | undefined
  maxBatch: number
}

/** What stands in an input of any operation, as far as it is judged here. */
interface Judged {
  id?: string
  token?: string
  email?: string
  role?: string
  groups?: string[]
}

const printable = /^[!-~]{1,4096}$/

/** What a schema cannot say: how many, to whom, with which rights, and ids and tokens that no provider gives out. */
export function checkInput(write: boolean, input: unknown, limits: Limits): void {
  const { roles, maxBatch } = limits
  const all = [input].flat() as Judged[]
  if (all.length > maxBatch)
    throw refuse('invalid_input', {
      status: 413,
      message: `At most ${maxBatch} people are invited at once.`,
    })
  for (const { id, token, email, role, groups = [] } of all) {
    // A role in the input of a read is a filter.
    if (write && role !== undefined && roles && !roles.includes(role))
      throw notYours('role', 'roles')
    if (groups.some((group) => limits.groups && !limits.groups.includes(group)))
      throw notYours('groups', 'groups')
    if (id !== undefined && !isInviteId(id))
      throw refuse('invalid_input', { status: 400, fields: { id: 'not an id' } })
    if (token !== undefined && !printable.test(token))
      throw refuse('invalid_input', { status: 400, fields: { token: 'not a token' } })
    // What mail programs read in different ways must not depend on the page alone.
    if (write && email !== undefined && checkEmail(email).verdict === 'reject')
      throw refuse('invalid_input', { fields: { email: 'not an address' } })
  }
}

const notYours = (field: string, option: string) =>
  refuse('forbidden', {
    message: `It is not among the \`${option}\` of the handler.`,
    fields: { [field]: 'not yours to give' },
  })
