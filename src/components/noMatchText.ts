import { visible } from '../input/visible.js'
import type { TableLabels } from '../locales/en.js'
import { say } from '../locales/say.js'

/** That nothing matches, with what was searched for. */
export function noMatchText(search: string | undefined, labels: TableLabels): string {
  return search ? say(labels.noMatch, { search: visible(search) }) : labels.noMatchFilter
}
