import type { HarnessInvite, HarnessScope } from './harnessState.ts'

/** Stored fields. Any other name is passed over. */
const sortable = ['createdAt', 'email', 'inviteType', 'validUntil'] as const

/** InviteDTO: no date, no token. */
export function shownOf(invite: HarnessInvite) {
  const { deleted: _deleted, token: _token, createdAt: _at, validUntil: _until, ...shown } = invite
  return { ...shown, name: null }
}

/** A blank resource group is filled in by scope. */
export function bindingsOf(given: unknown, { orgIdentifier, projectIdentifier }: HarnessScope) {
  const level = projectIdentifier ? 'project' : orgIdentifier ? 'organization' : 'account'
  const bindings = Array.isArray(given) ? (given as HarnessInvite['roleBindings']) : []
  return bindings.map((binding) => ({
    ...binding,
    resourceGroupIdentifier: binding.resourceGroupIdentifier ?? `_all_${level}_level_resources`,
    resourceGroupName: binding.resourceGroupName ?? `All ${level} Level Resources`,
  }))
}

export const scopeKey = ({ accountIdentifier, orgIdentifier, projectIdentifier }: HarnessScope) =>
  JSON.stringify({ accountIdentifier, orgIdentifier, projectIdentifier })

/** Exact: an empty parameter is a scope of its own, which nothing is in, and nothing is rolled up. */
export const sameScope = (a: HarnessScope, b: HarnessScope) => scopeKey(a) === scopeKey(b)

export const textsOf = (given: unknown): string[] | null =>
  Array.isArray(given) ? given.map((one) => (typeof one === 'string' ? one : '')) : null

/** A page of the shared kind; undefined for one that is too large. */
export function pageOf(
  rows: HarnessInvite[],
  query: URLSearchParams,
  order: string[],
  show: (invite: HarnessInvite) => object,
) {
  const pageIndex = Number(query.get('pageIndex') ?? 0)
  const pageSize = Number(query.get('pageSize') ?? 50)
  if (pageSize > 100) return undefined
  const given = query.getAll('sortOrders')
  let sorted = rows
  for (const one of (given.length > 0 ? given : order).toReversed()) {
    const [name, direction] = one.split(',')
    const field = sortable.find((known) => known === name)
    const sign = direction === 'ASC' ? 1 : -1
    if (field) sorted = sorted.toSorted((a, b) => sign * compare(a[field], b[field]))
  }
  const content = sorted.slice(pageIndex * pageSize, (pageIndex + 1) * pageSize)
  return {
    totalPages: Math.ceil(rows.length / pageSize),
    totalItems: rows.length,
    pageItemCount: content.length,
    pageSize,
    content: content.map(show),
    pageIndex,
    empty: content.length === 0,
    pageToken: null,
  }
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
