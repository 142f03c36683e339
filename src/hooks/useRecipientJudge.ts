'use client'
import { useMemo } from 'react'
import { checkEmail } from '../input/email.js'
import type { DomainRules } from '../input/domainRules.js'
import type { InviteTransport, TransportInfo } from '../transport.js'
import { recipientJudge } from './recipientProblem.js'
import { useKnownInvites } from './useKnownInvites.js'

interface JudgeOptions {
  fields: NonNullable<TransportInfo['fields']>
  members: readonly string[] | undefined
  domains: DomainRules | undefined
  /** Whether there is somebody to judge. */
  wanted: boolean
}

/** Who can be invited, by all that is known before anything is sent. */
export function useRecipientJudge(
  transport: InviteTransport,
  { fields, members, domains, wanted }: JudgeOptions,
) {
  const known = useKnownInvites(transport, wanted)
  const memberKeys = useMemo(
    () => new Set(members?.flatMap((address) => checkEmail(address).key ?? [])),
    [members],
  )
  const judge = useMemo(
    () => recipientJudge({ fields, domains, members: memberKeys, pending: known.byKey }),
    [fields, domains, memberKeys, known.byKey],
  )
  return { ...judge, pendingCount: known.count }
}
