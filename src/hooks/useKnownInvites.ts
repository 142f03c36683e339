'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { InviteError } from '../error.js'
import { checkEmail } from '../input/email.js'
import { knownInvitesOptions } from '../query.js'
import type { Invite } from '../schema.js'
import { can, type InviteTransport } from '../transport.js'

const none: readonly Invite[] = []

/**
 * Who has a pending invite, by the canonical key of the address, and how many there are. Read once somebody is about
 * to be invited; empty where the transport cannot list.
 */
export function useKnownInvites(transport: InviteTransport, wanted: boolean) {
  const reader = can(transport, 'list') ? transport : { key: transport.key, list: cannot }
  const { data } = useQuery({
    ...knownInvitesOptions(reader),
    enabled: wanted && can(transport, 'list'),
  })
  const invites = data?.invites ?? none
  return useMemo(() => {
    const pending = invites.filter(({ status }) => status === 'pending')
    return {
      byKey: new Map(
        pending.flatMap((invite) => {
          const { key } = checkEmail(invite.email ?? '')
          return key === undefined ? [] : [[key, invite] as const]
        }),
      ),
      count: data && (data.next === undefined ? pending.length : (data.total ?? pending.length)),
    }
  }, [data, invites])
}

const cannot = () => Promise.reject(new InviteError('unsupported'))
