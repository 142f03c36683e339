const safeId = /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,128}$/

/**
 * Whether a value may stand as one segment of a request path: 1 to 128 unreserved characters of RFC 3986, and
 * not `.` or `..`. Anything else could change which endpoint a credential is sent to.
 */
export function isInviteId(value: string): boolean {
  return safeId.test(value)
}
