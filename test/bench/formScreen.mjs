import { cpu } from './measure.mjs'

// Where things are in the form, and how addresses come into it: the one place that knows.
export const field = (page) => page.getByLabel('E-mail addresses')
export const fieldElements = (page) =>
  field(page).evaluate(
    (input) => (input.closest('.ik-field') ?? input).querySelectorAll('*').length + 1,
  )

/** Puts addresses on the clipboard and presses Control+V in the field, long after the page was there. */
export async function paste(page, session, scene, count) {
  await page.evaluate((name) => globalThis.bench.mount(name), scene)
  await page.evaluate(
    (many) =>
      navigator.clipboard.writeText(
        Array.from({ length: many }, (_, index) => `person${index}@example.com`).join('\n'),
      ),
    count,
  )
  await field(page).focus()
  await page.waitForTimeout(500)
  const before = await cpu(session)
  await page.evaluate(() => globalThis.clock.after('keydown', globalThis.clock.quiet))
  await page.keyboard.press('Control+V')
  const ms = await page.evaluate(() => globalThis.measured)
  const used = (await cpu(session)) - before
  const taken = await page.evaluate(() => document.body.innerText + document.title)
  if (!taken.replaceAll(',', '').includes(String(count)))
    throw new Error(`The paste of ${count} has not arrived.`)
  return { ms, cpu: used }
}
