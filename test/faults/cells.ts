import type { InviteOperation } from '../../src/transport.js'
import { claims } from '../transports/claims.ts'
import { faults, layers, type Fault, type Layer } from './table.ts'

/** One fault, met by one operation of one subject; with the reason where it cannot be met. */
export interface Cell {
  fault: Fault
  layer: Layer
  subject: string
  operation: InviteOperation
  not?: string | undefined
}

const { memory: everything, ...providers } = claims

/** Who does what, by layer. */
const subjects: Record<Layer, Record<string, readonly InviteOperation[]>> = {
  transport: providers,
  pair: { 'http and handler': everything },
  handler: { 'the handler': everything },
  hooks: {
    useInviteForm: ['create', 'createMany'],
    usePendingInvites: ['list', 'resend', 'update', 'revoke'],
    useAcceptInvite: ['lookup', 'accept', 'decline', 'viewer'],
  },
  components: {
    InviteForm: ['create'],
    PendingInvitesTable: ['list', 'resend', 'update', 'revoke'],
    AcceptInvitePage: ['lookup', 'accept', 'decline'],
  },
}

/** Facts of a provider that leave nothing of a fault. */
const exceptions: readonly [RegExp, string][] = [
  [
    /^F35 (ledger of )?authress (revoke|accept)$/,
    'nothing is documented of its answer, so that none is wrong',
  ],
  [/^F32 astronomer v1 list$/, 'its rows are people who are known to be pending, and no others'],
]

/** The whole matrix. */
export const cells: readonly Cell[] = layers.flatMap((layer) =>
  Object.entries(subjects[layer]).flatMap(([subject, operations]) =>
    operations.flatMap((operation) =>
      faults.map((fault) => ({
        fault,
        layer,
        subject,
        operation,
        not: notOf(fault, layer, subject, operation),
      })),
    ),
  ),
)

/** Those of a layer that are played. */
export const played = (layer: Layer) => cells.filter((cell) => cell.layer === layer && !cell.not)

/** As a test is called. */
export const titleOf = ({ fault, subject, operation }: Cell) =>
  `${fault.id} ${subject}, ${operation}: ${fault.inject}`

function notOf(fault: Fault, layer: Layer, subject: string, operation: InviteOperation) {
  const name = `${fault.id} ${subject} ${operation}`
  const exception = exceptions.find(([at]) => at.test(name))
  if (exception) return exception[1]
  const at = fault.where[layer]
  if (typeof at === 'string') return at
  return at.includes(operation) ? undefined : `${operation} cannot meet it`
}
