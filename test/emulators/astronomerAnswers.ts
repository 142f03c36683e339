import { json } from './emulator.ts'
import type { AstronomerInvite, AstronomerServer, AstronomerState } from './astronomerState.ts'

export interface FieldError {
  field: string
  code: string
  message: string
}

/** How invites and errors look on the wire, today and in 2022. */
export function astronomerAnswers(
  state: AstronomerState,
  shape: AstronomerServer['shape'],
  newId: () => string,
) {
  const profileOf = (userId: string) => {
    const user = state.users.find(({ id }) => id === userId)
    return {
      id: userId,
      subjectType: 'USER',
      username: user?.username,
      fullName: user?.fullName,
    }
  }

  const error = (statusCode: number, message: string, fieldErrors?: FieldError[]): Response => {
    const requestId = shape === '2022' ? undefined : newId()
    return json({ message, requestId, statusCode, fieldErrors }, statusCode)
  }

  const shownOf = (invite: AstronomerInvite, alpha: boolean): object => {
    const { inviteId, organizationId, userId, expiresAt, ticketId, inviter } = invite
    const old = { inviteId, expiresAt, organizationId, userId }
    if (shape === '2022') return old
    const organizationName = state.organizations.find(({ id }) => id === organizationId)?.name
    return {
      ...old,
      organizationName,
      ...(alpha && {
        organizationShortName: organizationName?.toLowerCase(),
        orgName: organizationName,
        oAuthInviteId: `uinv_${ticketId}`,
        ticketId,
      }),
      invitee: profileOf(userId),
      inviter:
        'userId' in inviter
          ? profileOf(inviter.userId)
          : {
              id: `clxkey${inviter.tokenName}`,
              subjectType: 'SERVICEKEY',
              apiTokenName: inviter.tokenName,
            },
    }
  }

  return { error, shownOf }
}
