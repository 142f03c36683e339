import type { OthersChanges } from '../hooks/noticeOthers.js'
import type { TableFirstLabels } from '../locales/en.js'
import { tableLater } from '../locales/enTableLater.js'
import { say } from '../locales/say.js'

/** What others have changed, in words. */
export function othersText({ gone, added }: OthersChanges, labels: TableFirstLabels): string {
  const words = { ...tableLater, ...labels }
  const sentences = [
    [words.othersGone, gone],
    [words.othersAdded, added],
  ] as const
  return sentences
    .flatMap(([sentence, count]) => (count ? say(sentence, { count }, words.locale) : []))
    .join(' ')
}
