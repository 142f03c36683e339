import type { CallOptions, InviteOperation, InviteTransport } from '../transport.js'
import { secretsOf } from './secrets.js'
import type { World } from './subject.js'

/** How a call ended. */
export type Settled = { value: unknown } | { error: unknown }

export type Provider = (request: Request) => Promise<Response>

type Operation = (input: unknown, options?: CallOptions) => Promise<unknown>

interface Given extends CallOptions {
  /** Answers in the place of the world's own provider. */
  provider?: Provider | undefined
  /** @default the world's input for the operation */
  input?: unknown
}

/** Calls an operation; what was asked for, and how it ended. */
export async function callOperation(
  world: World,
  operation: InviteOperation,
  { input = inputOf(world, operation), signal, provider = world.fetch }: Given = {},
): Promise<{ settled: Settled; requests: Request[] }> {
  const requests: Request[] = []
  const transport = world.transport((...args) => {
    const request = new Request(...args)
    requests.push(request)
    return provider ? provider(request) : missing()
  }) as InviteTransport & Partial<Record<InviteOperation, Operation>>
  const call = transport[operation]
  if (!call)
    throw new Error(
      `${operation} is claimed, but there is no such method.\nWrite it, or take it out of claims.`,
    )
  const settled = await settle(operation, () => call(input, { signal }))
  if (!provider && requests.length > 0) await missing()
  return { settled, requests }
}

async function settle(operation: InviteOperation, call: () => Promise<unknown>): Promise<Settled> {
  let promise
  try {
    promise = call()
  } catch (cause) {
    const threw = `${operation} threw before it returned a promise: ${String(cause)}`
    throw new Error(`${threw}\nMake it async, so that it rejects.`, { cause })
  }
  return promise.then(
    (value): Settled => ({ value }),
    (error: unknown): Settled => ({ error }),
  )
}

export function inputOf(world: World, operation: InviteOperation): object {
  const input = world.inputs[operation]
  if (input) return input
  throw new Error(
    `${operation} is claimed, but the world has no input for it.\nAdd one that succeeds to inputs.`,
  )
}

/** A provider that gives every request the same answer, and quotes the secrets that it was told. */
export function answering(body: (echo: string) => Response, input: object = {}): Provider {
  return async (request) => body(secretsOf([request], input).join(' '))
}

/** The transport over the world's own provider. */
export function transportOf(world: World): InviteTransport {
  return world.transport(world.fetch ?? missing)
}

function missing(): Promise<never> {
  return Promise.reject(new Error('The world has no fetch. Add one, which plays the provider.'))
}
