import type { OthersChanges } from '../hooks/noticeOthers.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

/** What others have changed, in labels. */
export function othersText({ gone, added }: OthersChanges, labels: TableLabels): string {
  const sentences = [
    [labels.othersGone, gone],
    [labels.othersAdded, added],
  ] as const
  return sentences
    .flatMap(([sentence, count]) => (count ? say(sentence, { count }, labels.locale) : []))
    .join(' ')
}
