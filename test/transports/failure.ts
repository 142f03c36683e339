import { InviteError } from '../../src/error.js'

/** How a call was refused. */
export async function failure(call: Promise<unknown>): Promise<InviteError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!InviteError.is(error)) throw new Error(`no InviteError but ${String(error)}`)
  return error
}

export const bodyOf = async (request: Request | undefined) => (await request?.json()) as unknown
