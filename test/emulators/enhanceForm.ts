import { enhanceRoles, type EnhanceRole } from './enhanceState.ts'

/** The body of a request, where it is marked as JSON and is. */
export type Form = Record<string, unknown>

export function formOf(headers: Headers, body: string): Form | undefined {
  if (headers.get('content-type') !== 'application/json') return undefined
  try {
    return Object(JSON.parse(body)) as Form
  } catch {
    return undefined
  }
}

export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** Undefined where one is unknown or none is there. The case counts. */
export function rolesOf(value: unknown): EnhanceRole[] | undefined {
  const roles = enhanceRoles.filter((role) => textsOf(value).includes(role))
  return roles.length > 0 && roles.length === textsOf(value).length ? roles : undefined
}
