import { isInviteId } from '../input/id.js'
import { isWrite } from '../isWrite.js'
import { can, type InviteOperation, type InviteTransport } from '../transport.js'
import { failureOf, toResponse, type Answer } from './answer.js'
import { authorized } from './authorize.js'
import { callTransport } from './callTransport.js'
import { checkInput } from './checkInput.js'
import { checkOwner } from './checkOwner.js'
import { checkRate } from './checkRate.js'
import { checkRequest, operationOf } from './checkRequest.js'
import { checkOptions, type FailureContext, type InviteHandlerOptions } from './handlerOptions.js'
import { memoryStore } from './memoryStore.js'
import { readInput } from './readInput.js'
import { refuse } from './refuse.js'
import { createReplay } from './replay.js'
import { safeError } from './safeError.js'
import { writeLimit } from './writeLimit.js'

/**
 * The server's half of the neutral pair: answers `POST {path}/{operation}` of the `http` transport by calling a
 * transport here, where the provider's credential stays. Web APIs only. Never rejects.
 *
 * A browser chooses a named operation and its input, nothing else: no URL, no header and no cookie of it goes on.
 * A write with an `Idempotency-Key` is done once, however often it is asked for.
 *
 * @throws InviteError `config` for options that cannot work.
 */
export function createInviteHandler(
  options: InviteHandlerOptions,
): (request: Request) => Promise<Response> {
  checkOptions(options)
  const { authorize, path = '/api/invites', origins = [], maxBytes = 262_144 } = options
  const { now = () => new Date(), newId = () => crypto.randomUUID() } = options
  const { rateLimit = writeLimit(now) } = options
  const replay = createReplay(options.store ?? memoryStore(now), now)

  return async (request) => {
    const context: FailureContext = { requestId: newId() }

    const fail = async (thrown: unknown): Promise<Answer> => {
      const error = safeError(thrown)
      try {
        await options.onError?.(error, { ...context })
      } catch {
        // A log that fails changes no answer.
      }
      const { operation, requestId } = context
      return failureOf(error, requestId, operation !== undefined && isWrite(operation))
    }

    const answer = async (): Promise<Answer> => {
      const operation = operationOf(request.url, path)
      context.operation = operation
      if (options.transport) checkCan(options.transport, operation)
      checkRequest(request, origins)
      const input = await readInput(request, operation, maxBytes)

      const allowed = await authorized(authorize, { request, operation, input })
      const { actor } = allowed
      context.actor = actor
      // Present but undefined is an organization that was not found, and no reason to take another.
      const transport = 'transport' in allowed ? allowed.transport : options.transport
      if (!transport) throw refuse('config', { message: 'There is no transport for this request.' })
      checkCan(transport, operation)
      const write = isWrite(operation)
      // A credential that all share cannot tell what this person may give.
      const none = transport === options.transport ? [] : undefined
      const { key: organization, maxBatch = 100 } = transport
      checkInput(write, input, {
        roles: allowed.roles ?? options.roles ?? transport.roles?.map(({ value }) => value) ?? none,
        groups: allowed.groups ?? options.groups ?? none,
        maxBatch,
      })
      const { headers } = request
      const identify = headers.get('prefer') !== 'return=minimal'

      const run = async (): Promise<Answer> => {
        try {
          await checkRate(rateLimit, { request, operation, actor, organization, input })
          if (options.ownershipCheck) await checkOwner(transport, input)
          // A browser that leaves takes a read back, but not a write.
          const signal = write ? undefined : request.signal
          return await callTransport(transport, operation, input, { signal, identify })
        } catch (thrown) {
          return fail(!write && request.signal.aborted ? refuse('network') : thrown)
        }
      }
      const key = headers.get('idempotency-key')
      if (!write || key === null) return run()
      if (!isInviteId(key))
        throw refuse('invalid_input', { message: 'The Idempotency-Key is not of the right form.' })
      const who = actor ?? [headers.get('cookie'), headers.get('authorization')]
      return replay([organization, operation, who, key], input, run)
    }

    return answer()
      .then(toResponse)
      .catch(async (thrown: unknown) => toResponse(await fail(thrown)))
  }
}

function checkCan(transport: InviteTransport, operation: InviteOperation): void {
  if (!can(transport, operation))
    throw refuse('unsupported', { message: `The transport has no ${operation}.` })
}
