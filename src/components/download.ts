/** Hands a text to the person as a CSV file. The mark at the front tells spreadsheets that it is UTF-8. */
export function downloadCsv(name: string, lines: readonly string[]): void {
  const url = URL.createObjectURL(
    new Blob([`\ufeff${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
