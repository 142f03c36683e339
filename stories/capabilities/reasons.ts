import type { InviteOperation } from '../../src/transport.ts'
import type { Shown } from './shown.ts'

/** Why a provider cannot do what it cannot, in a few words. */
export const reasons: Record<Shown, Partial<Record<InviteOperation, string>>> = {
  memory: {},
  grafana: {
    createMany: 'One address a call.',
    update: 'A role cannot be changed while an invite is pending: revoke it and invite anew.',
    decline: 'Grafana knows no declining.',
    viewer: 'Invitees have no account yet; the app says who is signed in.',
  },
  harness: {
    decline: 'Harness knows no declining.',
    viewer: 'Its API does not tell a page who is signed in; the app does.',
  },
  authress: {
    createMany: 'One address a call.',
    update: 'An invite cannot be changed: revoke it and invite anew.',
    decline: 'Authress knows no declining.',
    viewer: 'The app holds the session and knows whose it is.',
  },
  authressAlone: {
    createMany: 'One address a call.',
    list: 'Authress cannot list invites, and knows no addresses: keep them in a ledger.',
    resend: 'What is not listed cannot be sent again: a ledger can.',
    update: 'An invite cannot be changed: revoke it and invite anew.',
    decline: 'Authress knows no declining.',
    viewer: 'The app holds the session and knows whose it is.',
  },
  astronomerV1: {
    createMany: 'One address a call.',
    resend: 'Its list has no ids of invites: a ledger has those that were made here.',
    update: 'A role cannot be changed while an invite is pending.',
    lookup: 'The v1 document has no such call.',
    accept: 'The v1 document has no such call: the link leads to Astronomer itself.',
    decline: 'The v1 document has no such call.',
    viewer: 'The app holds the token and knows whose it is.',
  },
  astronomer: {
    createMany: 'One address a call.',
    update: 'A role cannot be changed while an invite is pending: resend replaces it.',
    viewer: 'The app holds the token and knows whose it is.',
  },
  enhance: {
    createMany: 'One address a call.',
    decline: 'The invitee may not remove the pending membership.',
  },
  betterAuth: {
    createMany: 'One address a call.',
    update: 'A role cannot be changed while an invitation is pending: cancel it and invite anew.',
  },
}
