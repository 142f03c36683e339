/**
 * One quoted CSV cell (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe in front: a value
 * whose first visible character is one of `= + - @ | %` or its full-width form, and one with a tab or a line break
 * before that.
 */
export function csvCell(value: string): string {
  const safe = /^[\s\p{C}]*[\t\r\n=+\-@|%＝＋－＠｜％]/u.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
