import type { AddedRecipients } from '../hooks/recipientEntry.js'
import type { FormLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

/** What became of a text, or of a file, in words. */
export function addedText(
  { added, duplicates, invalid, ignored }: AddedRecipients,
  labels: FormLabels,
): string {
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
  return sentences.join(' ')
}
