/** Ten automatic retries within any minute, so that an outage is not made worse by those who wait for its end. */
export function retryBudget(now: () => number) {
  let taken: number[] = []
  /** Whether one more may be made; it counts as made then. */
  return (): boolean => {
    const time = now()
    taken = taken.filter((at) => at > time - 60_000)
    return taken.length < 10 && taken.push(time) > 0
  }
}
