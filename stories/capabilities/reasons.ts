import type { InviteOperation } from '../../src/transport.ts'
import type { Provider } from '../live/worlds.ts'

/** Why a provider cannot do what it cannot, in a few words. */
export const reasons: Record<Provider, Partial<Record<InviteOperation, string>>> = {
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
