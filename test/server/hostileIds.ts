import vectors from '../data/vectors.json' with { type: 'json' }

/** What stands where an id is expected, and would lead elsewhere, or means more than itself to somebody. */
export const hostileIds = [
  ...vectors.ids.filter((vector) => vector.expect === 'refuse').map(({ id }) => id),
  '.',
  '',
  '...//',
  'a/../b',
  './a',
  'a;v=1',
  'a?role=owner',
  'a%2e%2e%2fb',
  '%252e%252e%252fadmin',
  'http:/\\evil.example',
  'https://evil.example/',
  '169.254.169.254/latest',
  '[::1]:8080',
  'a\u0000b',
  'a\u2028b',
  '\uFF0E\uFF0E\uFF0Fadmin',
  '\uD800',
]
