/**
 * Calls back once the next frame is painted: what is loaded then holds up nothing that is seen.
 * @returns how to call it off before that
 */
export function afterPaint(callback: () => void): () => void {
  const frame = requestAnimationFrame(() => setTimeout(callback))
  return () => cancelAnimationFrame(frame)
}
