import { InviteError } from '../error.js'
import { isWrite } from '../isWrite.js'
import type { InviteOperation, InviteOperations } from '../transport.js'

type Answer<Name extends InviteOperation> = Awaited<ReturnType<InviteOperations[Name]>>
type Operations<Op extends InviteOperation> = {
  [Name in Op]: (...args: Parameters<InviteOperations[Name]>) => Promise<Answer<Name>>
}

/**
 * Operations whose code is loaded apart, so that a page can be there before what speaks to the provider is: in a
 * browser at once and beside everything else, elsewhere with the first call.
 */
export function lazily<Op extends InviteOperation>(
  names: readonly Op[],
  load: () => Promise<Operations<Op>>,
): Operations<Op> {
  let loading: ReturnType<typeof load> | undefined
  const loaded = () =>
    (loading ??= load().catch((error: unknown) => {
      // The next call may do better.
      loading = undefined
      throw error
    }))
  if (globalThis.document) loaded().catch(() => undefined)

  const operations = {} as Operations<Op>
  for (const name of names)
    operations[name] = (...args) =>
      loaded().then(
        (own) => own[name](...args),
        () => {
          throw new InviteError('network', {
            message: `${name}: the code for it could not be loaded, nothing was sent. Try again, or reload the page.`,
            outcome: isWrite(name) ? 'not_sent' : undefined,
          })
        },
      )
  return operations
}
