import type { Reporter, TestModule } from 'vitest/node'
import { cells, titleOf } from './cells.ts'
import { figures } from './figures.ts'

/** Says by layer how many cells there are, were run and have passed, and why the others were not. */
export default class FaultReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ends = new Map<string, string>()
    for (const file of modules)
      for (const test of file.children.allTests()) ends.set(test.name, test.result().state)
    const lines = figures.flatMap(({ layer, name, cells: all, played, reasons }) => {
      const titles = cells.filter((cell) => cell.layer === layer && !cell.not).map(titleOf)
      const run = titles.filter((title) => ends.has(title))
      const passed = run.filter((title) => ends.get(title) === 'passed')
      return [
        `\n${name.replaceAll('`', '')}`,
        `  cells ${all}, run ${run.length} of ${played}, passed ${passed.length}, not applicable ${all - played}`,
        ...[...reasons]
          .toSorted(([, one], [, other]) => other - one)
          .map(([reason, count]) => `  ${String(count).padStart(5)}  ${reason}`),
        ...run.filter((title) => ends.get(title) !== 'passed').map((title) => `  FAILED ${title}`),
      ]
    })
    process.stdout.write(`${lines.join('\n')}\n\n`)
  }
}
