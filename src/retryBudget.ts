const most = 10
const minute = 60_000

/** Ten automatic retries within any minute, so that an outage is not made worse by those who wait for its end. */
export function retryBudget(now: () => number) {
  let taken: number[] = []
  /** Whether one more may be made; it counts as made then. */
  return (): boolean => {
    const time = now()
    taken = taken.filter((at) => at > time - minute)
    return taken.length < most && taken.push(time) > 0
  }
}
