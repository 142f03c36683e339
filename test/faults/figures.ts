import { cells } from './cells.ts'
import { faults, layers, type Layer } from './table.ts'

const names: Record<Layer, string> = {
  transport: 'transports of the providers, over a fetch that fails',
  pair: '`http` and the handler, over real sockets with a fault proxy',
  handler: 'the handler, before failing providers and behind attackers',
  hooks: 'hooks',
  components: 'components',
}

/** How many cells each layer has, how many of them are played, and why the others are not. */
export const figures = layers.map((layer) => {
  const own = cells.filter((cell) => cell.layer === layer)
  const left = own.flatMap(({ not }) => not ?? [])
  const reasons = new Map<string, number>()
  for (const reason of left) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return { layer, name: names[layer], cells: own.length, played: own.length - left.length, reasons }
})

const sum = (of: (figure: (typeof figures)[number]) => number) =>
  figures.reduce((total, figure) => total + of(figure), 0)

/** As the README quotes it. */
export const quote = [
  '| layer | cells | played | not applicable |',
  ...figures.map(
    ({ name, cells: all, played }) => `| ${name} | ${all} | ${played} | ${all - played} |`,
  ),
  `| all, of ${faults.length} faults | ${sum((one) => one.cells)} | ${sum((one) => one.played)} | ${sum((one) => one.cells - one.played)} |`,
]
