// What sending costs beside the calls themselves. Runs in Node, over memory and the emulators, without latency.
import { sendInvites } from '../../../src/send.ts'
import type { CreateInviteInput } from '../../../src/schema.ts'
import { can, type InviteTransport } from '../../../src/transport.ts'
import { memory } from '../../../src/transports/memory.ts'
import { emulated } from './emulated.ts'

declare const gc: () => void

const inputsOf = (count: number): CreateInviteInput[] =>
  Array.from({ length: count }, (_, index) => ({
    email: `p${index}@example.com`,
    name: `Person ${index}`,
    role: 'member',
  }))

/** Accepts everybody and keeps nothing: what is left is the kit's own work. */
const instant = (): InviteTransport<'create'> => ({
  key: 'instant',
  create: ({ email }) => Promise.resolve({ email, delivery: 'mailed' }),
})

const ways: Record<string, (inputs: CreateInviteInput[]) => Promise<unknown>> = {
  instant: (inputs) => sendInvites(instant(), inputs),
  instantFloor: (inputs) => Promise.all(inputs.map((input) => instant().create(input))),
  batches: (inputs) => sendInvites(memory(), inputs),
  batchesFloor: async (inputs) => {
    const { createMany } = memory()
    for (let at = 0; at < inputs.length; at += 100)
      // oxlint-disable-next-line no-await-in-loop
      await createMany(inputs.slice(at, at + 100))
  },
}

for (const [name, make] of Object.entries(emulated)) {
  const asked = (inputs: CreateInviteInput[], role: string) =>
    inputs.map((input) => ({ ...input, role }))
  ways[name] = async (inputs) => {
    const [transport, role] = make()
    const outcomes = await sendInvites(transport, asked(inputs, role))
    const refused = outcomes.find(({ status }) => status === 'failed')
    if (refused) throw new Error(`${name} refuses ${JSON.stringify(refused)}`)
    return outcomes
  }
  ways[`${name}Floor`] = async (inputs) => {
    const [transport, role] = make()
    const { maxBatch = 1 } = transport
    const people = asked(inputs, role)
    // One call after the other, as small as the provider takes them.
    for (let at = 0; at < people.length; at += maxBatch) {
      const batch = people.slice(at, at + maxBatch)
      // oxlint-disable-next-line no-await-in-loop
      if (can(transport, 'createMany')) await transport.createMany(batch)
      // oxlint-disable-next-line no-await-in-loop
      else for (const person of batch) await transport.create(person, { identify: false })
    }
  }
}

const [way = '', count = '0'] = process.argv.slice(2)
const run = ways[way]
if (!run) throw new Error(`No such way: ${way}`)
const inputs = inputsOf(Number(count))
gc()
const before = process.memoryUsage().heapUsed
const start = performance.now()
const kept = await run(inputs)
const ms = performance.now() - start
gc()
const heap = (process.memoryUsage().heapUsed - before) / 1e6
process.stdout.write(JSON.stringify({ ms, heap, kept: Array.isArray(kept) ? kept.length : 0 }))
