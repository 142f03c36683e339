import { expect, test } from 'vitest'
import { maskEmail } from '../../src/input/maskEmail.js'

test.each([
  ['ada@example.com', 'a•••@example.com'],
  ['ada.lovelace@example.com', 'a•••@example.com'],
  ['a@x.example', 'a•••@x.example'],
  ['"a@b"@x.example', '"•••@x.example'],
  ['𝒜da@x.example', '𝒜•••@x.example'],
  ['@x.example', '•••'],
  ['ada', '•••'],
  ['', '•••'],
])('%s is shown as %s', (email, shown) => {
  expect(maskEmail(email)).toBe(shown)
})
