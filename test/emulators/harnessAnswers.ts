import { json } from './emulator.ts'
import type { HarnessScope } from './harnessState.ts'

/** What ng-manager answers. Members without a value are written as null. */
export function harnessAnswers(correlationId: () => string) {
  const error = (status: number, code: string, message: string) =>
    json(
      {
        status: 'ERROR',
        code,
        message,
        correlationId: correlationId(),
        detailedMessage: null,
        responseMessages: [{ code, level: 'ERROR', message, exception: null, failureTypes: [] }],
        metadata: null,
      },
      status,
    )
  return {
    error,
    success: (data: unknown) =>
      json({ status: 'SUCCESS', data, metaData: null, correlationId: correlationId() }),
    /** A business error. */
    invalid: (message: string) => error(400, 'INVALID_REQUEST', `Invalid request: ${message}`),
    oops: () =>
      error(
        500,
        'UNKNOWN_ERROR',
        'Oops, something went wrong on our end. Please contact Harness Support.',
      ),
    /** Of bean validation. */
    malformed: (fieldId: string, words: string) => {
      const message = `${fieldId}: ${words}`
      const errors = [{ fieldId, error: words }]
      return json(
        {
          status: 'FAILURE',
          code: 'INVALID_REQUEST',
          message,
          correlationId: correlationId(),
          errors,
        },
        400,
      )
    },
    /** An unknown route, which is a 400. */
    nowhere: () =>
      json(
        {
          status: 'FAILURE',
          code: 'RESOURCE_NOT_FOUND_EXCEPTION',
          message: 'HTTP 404 Not Found',
          correlationId: correlationId(),
          errors: null,
        },
        400,
      ),
    denied: (resourceScope: HarnessScope, permission: string) => {
      const check = { resourceScope, resourceType: 'USER', resourceAttributes: null }
      return json(
        {
          status: 'ERROR',
          code: 'NG_ACCESS_DENIED',
          message: `Principal of type USER with identifier lv0euRhKRCyiXWzS7pOg6g : Missing permission ${permission} on user`,
          correlationId: null,
          detailedMessage: null,
          responseMessages: null,
          metadata: null,
          failedPermissionChecks: [{ ...check, resourceIdentifier: null, permission }],
        },
        403,
      )
    },
    /** Dropwizard's own, with a number for a code: no JSON, or a value that its enumeration does not have. */
    unreadable: () => json({ code: 400, message: 'Unable to process JSON', details: null }, 400),
  }
}

/** The envelope of the older service, which completes invites. */
export const olderAnswers = {
  success: (resource: object) => json({ metaData: {}, resource, responseMessages: [] }),
  refuse: (code: string, message: string) =>
    json(
      { metaData: {}, resource: null, responseMessages: [{ code, level: 'ERROR', message }] },
      400,
      { 'x-harness-error': code },
    ),
}
