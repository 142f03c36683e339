import { useLayoutEffect } from 'react'

/** A stylesheet for as long as this is mounted: constructed, since no inline style is for every page's policy. */
export function useStyleSheet(css: string): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [css])
}

/**
 * What an app writes for its whole page, for a part of this one: a page of stories shows several apps. The order of
 * layers cannot stand in a part; preview-head.html has it.
 */
export function within(part: string, css: string): string {
  const rules = css.replaceAll(':root', ':scope').replaceAll(/^@layer [^{;]+;$/gm, '')
  return `@scope (.${part}) {\n${rules}\n}`
}
