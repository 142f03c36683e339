import { inspectName, type NameFlag } from '../input/names.js'
import type { InvitePreview } from '../schema.js'

type Suspicion = 'suspectContact' | 'suspectLetters' | 'suspectCharacters'

const suspicions: Partial<Record<NameFlag, Suspicion>> = {
  url: 'suspectContact',
  phone: 'suspectContact',
  email: 'suspectContact',
  'mixed-script': 'suspectLetters',
}

/** The names in an invite, which others wrote: as they may be shown, and what is to be said about them. */
export function acceptNames(preview: InvitePreview | undefined) {
  const all = new Set<Suspicion>()
  const shown = (name = '', isAddress = false) => {
    const { flags, display } = inspectName(name)
    for (const flag of flags)
      if (name && flag !== 'too-long' && !(flag === 'email' && isAddress))
        all.add(suspicions[flag] ?? 'suspectCharacters')
    return display
  }
  const { organization, invitedBy, role } = preview ?? {}
  return {
    organization: shown(organization),
    // Some providers name people by their addresses.
    inviter: shown(invitedBy, /^[^\s@]+@[^\s@]+$/.test(invitedBy ?? '')),
    role: shown(role),
    suspicions: [...all],
  }
}
