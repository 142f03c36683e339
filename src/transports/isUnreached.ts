const unreached =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$|CERT|SIGNATURE|ERR_TLS_/

/**
 * Whether a failure of fetch says that there was no connection: no such host, nobody who listens, a certificate that is
 * not trusted. Node tells it by the code of the cause; a browser never tells.
 */
export function isUnreached(thrown: unknown): boolean {
  const { cause } = (thrown ?? {}) as { cause?: { code?: unknown } | null }
  return typeof cause?.code === 'string' && unreached.test(cause.code)
}
