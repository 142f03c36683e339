import type { AddedRecipients } from '../hooks/useRecipients.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

/** Says what became of a text, or of a file. */
export function tellAdded(
  { added, duplicates, invalid, ignored }: AddedRecipients,
  labels: FormLabels,
  announce: (text: string) => void,
): void {
  const told = [
    [labels.added, added],
    [labels.duplicates, duplicates],
    [labels.unreadable, invalid],
  ] as const
  const sentences = told.flatMap(([sentence, count]) =>
    count ? [say(sentence, { count }, labels.locale)] : [],
  )
  // Enough to know it by; nobody listens to a page of it.
  const list = ignored.join(' ').replace(/^([^]{300})[^]+/u, '$1…')
  if (list) sentences.push(say(labels.ignored, { list }))
  announce(sentences.join(' '))
}
