/** Web Locks as far as they are used here, for all tabs of this test; gives what takes them away again. */
export function webLocks(): () => void {
  let last: Promise<unknown> | undefined
  const request = async (
    _name: string,
    { ifAvailable }: LockOptions,
    call: LockGrantedCallback<unknown>,
  ) => {
    if (ifAvailable && last) return call(null)
    const before = last
    const mine = (async () => {
      await before
      return call({ name: 'x', mode: 'exclusive' })
    })()
    last = mine
    try {
      return await mine
    } finally {
      if (last === mine) last = undefined
    }
  }
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
  return () => void Reflect.deleteProperty(navigator, 'locks')
}
