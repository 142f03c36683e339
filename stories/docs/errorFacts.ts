import type { InviteErrorCode } from '../../src/error.js'

/** What a code stands for. `happened` and `app` are sentences for developers. */
export interface ErrorFact {
  happened: string
  app: string
  /** Whether a write was done: certainly not, nobody knows, or `outcome` of the error tells which of the two. */
  done: 'no' | 'unknown' | 'see outcome'
}

export const errorFacts: Record<InviteErrorCode, ErrorFact> = {
  invalid_input: {
    happened: 'The input was refused: an address, a role, a password, an id that cannot be one.',
    app: 'Show `fields`, which has the reason for each input, and let the person mend it.',
    done: 'no',
  },
  unauthenticated: {
    happened: 'Nobody is signed in, the session has ended, or the credential is wrong.',
    app: 'Sign the person in with `onUnauthenticated` or `onSignIn`; what was typed stays, and it goes on.',
    done: 'no',
  },
  forbidden: {
    happened: 'The person, or the credential of the server, has no right to do this.',
    app: 'Hide what is not allowed with `allow`. On a server, look at the scopes of the credential.',
    done: 'no',
  },
  wrong_account: {
    happened: 'Somebody else was invited than who is signed in.',
    app: 'Offer to change the account with `onSwitchAccount`. Never accept for another.',
    done: 'no',
  },
  email_unverified: {
    happened: 'The provider wants the address of the account to be verified first.',
    app: 'Send the person to the verification, and back to the link.',
    done: 'no',
  },
  not_found: {
    happened:
      'There is no such invite, or none that this person may see. Many providers say no more.',
    app: 'In a table, take the row out: it is gone. On the accept page, offer to ask for a new one.',
    done: 'no',
  },
  expired: {
    happened: 'The invite is past its date.',
    app: 'Send a new one, or let the invitee ask for it with `onAskAgain`.',
    done: 'no',
  },
  revoked: {
    happened: 'The invite was withdrawn.',
    app: 'Nothing to mend: who invited knows why.',
    done: 'no',
  },
  already_accepted: {
    happened: 'The invite has been used.',
    app: 'Lead the person on: who accepted it belongs already.',
    done: 'no',
  },
  already_invited: {
    happened:
      'The address has a pending invite. With an unknown outcome: one that is older than this try.',
    app: 'Offer to resend the pending one. A new one is not needed.',
    done: 'see outcome',
  },
  already_member: {
    happened: 'The person belongs already.',
    app: 'Give `members` to the form, and it says so before anything is sent.',
    done: 'no',
  },
  limit_reached: {
    happened: 'Seats, or another limit of the subscription, are used up.',
    app: 'Show `seats` before it comes to this, and where more are to be had. A bulk stops here.',
    done: 'no',
  },
  rate_limited: {
    happened: 'Too many calls in too short a time.',
    app: 'Wait for `retryAfter` milliseconds. A sending, a row and an answer do so by themselves, up to a minute and once.',
    done: 'no',
  },
  unsupported: {
    happened: 'The provider cannot do this, or not with this input.',
    app: 'Ask with `can(transport, operation)` before you offer it.',
    done: 'see outcome',
  },
  invalid_response: {
    happened: 'The answer was no JSON, cut off, of another shape than documented, or a redirect.',
    app: 'Look at the base URL and at proxies before it. Look a write up in the list.',
    done: 'unknown',
  },
  offline: {
    happened: 'The browser says that it is offline. Nothing was tried.',
    app: 'Wait for the connection. Nothing is sent later by itself.',
    done: 'no',
  },
  timeout: {
    happened: 'No complete answer within the time-out, 15 seconds unless `timeout` says otherwise.',
    app: 'Read again. Look a write up in the list before it is repeated.',
    done: 'see outcome',
  },
  network: {
    happened: 'The connection failed: DNS, TLS, a reset, or CORS. Browsers do not say which.',
    app: 'Look at the address, and at CORS. Look a write up in the list before it is repeated.',
    done: 'unknown',
  },
  unavailable: {
    happened: 'The provider, or something before it, has a problem (5xx).',
    app: 'Wait for `retryAfter` where there is one. Look a write up in the list before it is repeated.',
    done: 'see outcome',
  },
  config: {
    happened: 'The transport or the handler is not set up correctly: a base URL, a route, a role.',
    app: 'Read `message`: it says what to change. No try of a person can mend it.',
    done: 'no',
  },
  unknown: {
    happened:
      'Something that has no other code, or a value that was thrown and is no `InviteError`.',
    app: 'Log `status` and `requestId`, and ask the provider. Tell us if it should have a code.',
    done: 'see outcome',
  },
}
