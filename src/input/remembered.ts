/**
 * Gives to the same key what was answered before, as the same object. A list is mostly of a few domains, characters and
 * refusals; where it is not, all is forgotten after ten thousand.
 * @param answer never undefined; what it gets beside the key has to follow from the key
 */
export function remembered<Key, More extends unknown[], Answer>(
  answer: (key: Key, ...more: More) => Answer,
): (key: Key, ...more: More) => Answer {
  let known = new Map<Key, Answer>()
  return (key, ...more) => {
    let given = known.get(key)
    if (given === undefined) {
      if (known.size > 9999) known = new Map()
      given = answer(key, ...more)
      known.set(key, given)
    }
    return given
  }
}
