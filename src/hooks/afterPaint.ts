/** Calls back once the next frame is painted: what is loaded then holds up nothing that is seen. */
export function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => setTimeout(callback))
}
