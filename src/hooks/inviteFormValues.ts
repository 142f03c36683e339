/** What a person fills in beside the list of recipients. */
export interface InviteFormValues {
  /** What is being typed and is in no chip yet; it is sent too. */
  draft: string
  role: string
  /** Separated by commas, or a list. */
  groups: string | string[]
  message: string
  delivery: 'mail' | 'link'
  /** Days until it expires; empty for the provider's default. */
  days: string
}
