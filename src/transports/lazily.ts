import { isWrite } from '../isWrite.js'
import { notLoaded } from '../notLoaded.js'
import type { CreateOptions, InviteOperation, InviteOperations } from '../transport.js'

type Call = (input: never, options?: CreateOptions) => Promise<unknown>

/**
 * Operations whose code is loaded apart, so that a page can be there before what speaks to the provider is: in a
 * browser at once and beside everything else, elsewhere with the first call.
 */
export function lazily<Op extends InviteOperation>(
  names: readonly Op[],
  load: () => Promise<Pick<InviteOperations, Op>>,
): Pick<InviteOperations, Op> {
  let loading: ReturnType<typeof load> | undefined
  const loaded = () =>
    (loading ??= load().catch((error: unknown) => {
      // The next call may do better.
      loading = undefined
      throw error
    }))
  if (globalThis.document) loaded().catch(() => undefined)

  const call =
    (name: Op): Call =>
    async (input, options) => {
      const operations = await loaded().catch(() => {
        throw notLoaded(isWrite(name))
      })
      const own: Call = operations[name]
      return own(input, options)
    }
  const operations = {} as Pick<InviteOperations, Op>
  return Object.assign(operations, Object.fromEntries(names.map((name) => [name, call(name)])))
}
