/** Whether a hook said `ok: true` itself: not a truthy value, not a Response, nothing inherited. */
export function isOk<Answer extends { ok: boolean }>(
  answer: Answer,
): answer is Extract<Answer, { ok: true }> {
  const said: unknown = answer
  if (typeof said !== 'object' || said === null || !Object.hasOwn(said, 'ok')) return false
  return (said as { ok: unknown }).ok === true
}
