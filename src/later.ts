/** A part of the package that is loaded when it is likely to be needed. */
export interface Later<T> {
  /** Loads it, once for the page; after a failure once more. */
  (): Promise<T>
  /** There from then on, so that whatever opens later has it at once. */
  part?: T | undefined
}

/**
 * @param load an `import()` of the part
 * @param part where it is there already
 */
export function later<T>(load: () => Promise<T>, part?: T): Later<T> {
  let loading: Promise<T> | undefined = part && Promise.resolve(part)
  const get: Later<T> = () =>
    (loading ??= load().then(
      (loaded) => (get.part = loaded),
      (thrown: unknown) => {
        loading = undefined
        throw thrown
      },
    ))
  get.part = part
  return get
}
