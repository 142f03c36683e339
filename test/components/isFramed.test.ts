import { expect, test } from 'vitest'
import { isFramed, type Page } from '../../src/components/isFramed.js'

/** A page within another one; of another origin its address cannot be read. */
function page(parent?: Page, foreign = false): Page {
  const location = {
    get href() {
      if (foreign) throw new DOMException('Blocked', 'SecurityError')
      return 'https://app.example.com/'
    },
  }
  const self: Page = {
    location,
    get parent() {
      return parent ?? self
    },
  }
  return self
}

test.each([
  ['a page of its own', false, () => page()],
  ['in a page of the same origin', false, () => page(page())],
  ['in a page of another origin', true, () => page(page(undefined, true))],
  ['in its own page within another origin', true, () => page(page(page(undefined, true)))],
  ['in another origin within its own page', true, () => page(page(page(), true))],
])('%s: %s', (_, framed, shown) => {
  expect(isFramed(shown())).toBe(framed)
})
