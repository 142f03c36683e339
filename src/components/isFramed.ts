/** As much of a window as is read. */
export interface Page {
  readonly parent: Page
  readonly location: { readonly href: string }
}

/** Whether any page around this one is of another origin, which could put the buttons under an innocent-looking one. */
export function isFramed(page: Page = window): boolean {
  try {
    for (let at = page; at !== at.parent; at = at.parent)
      // Of another origin it throws.
      if (typeof at.parent.location.href !== 'string') return true
    return false
  } catch {
    return true
  }
}
