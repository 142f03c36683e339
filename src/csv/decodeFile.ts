/** The largest file that is read, in bytes. */
export const maxBytes = 5 * 1024 * 1024

/** The text of a file, or why it is none. */
type DecodedFile = { text: string } | { refused: 'too_large' | 'binary' }

/**
 * Reads a file as text: by its byte order mark, else as UTF-8, else as windows-1252, which is what spreadsheets
 * write in the West. A workbook (xlsx is a zip, xls has NULs) is `binary`.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length > maxBytes) return { refused: 'too_large' }
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return { refused: 'binary' }
  const text = decode(bytes)
  return text.includes('\0') ? { refused: 'binary' } : { text }
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return new TextDecoder().decode(bytes)
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // As a stream, since Node 20 otherwise reads it as ISO-8859-1.
    return new TextDecoder('windows-1252').decode(bytes, { stream: true })
  }
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
