/** Copies a text, a link most often, and says whether that worked: browsers refuse without TLS or permission. */
export async function copyText(
  text: string,
  announce: (sentence: string) => void,
  { copied, copyFailed }: { copied: string; copyFailed: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce(copied)
  } catch {
    announce(copyFailed)
  }
}
