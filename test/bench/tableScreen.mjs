import { cpu, quiet } from './measure.mjs'

// Where things are in the table: the one place that knows.
export const row = 'tbody tr[role=row]'
export const everything = 'section[aria-labelledby]:has(table)'
export const rowsAlone = 'table[role=table]'
export const scroller = (page) => page.locator('div:has(> table)')
export const pressResend = (page, email) =>
  page.getByRole('button', { name: `Resend invitation to ${email}` }).click()
export const pressSelect = (page, email) => page.getByLabel(`Select ${email}`).click()
export const askRevoke = (page, email) =>
  page.getByRole('button', { name: `Revoke invitation of ${email}` }).click()
export const confirmRevoke = (page) =>
  page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
export const add = (page, email) =>
  page.getByLabel('E-mail addresses').pressSequentially(`${email},`)
export const send = (page) => page.getByRole('button', { name: /^Send invitation/ }).click()

/** One of those on the first page. */
export const person = 'person3@example.com'

/** Makes the invites before anything is measured: 10,000 unless the setting says so. */
export const prepare = (page, setting) =>
  page.evaluate((how) => globalThis.bench.prepare(how?.invites ?? 10_000, how), setting)

/**
 * Mounts it and waits for the rows. `ms`: from the mount; `answer`: from the answer of the transport; `cpu`: until the
 * rows are painted, or where the answer takes its time, of what comes after the page around the rows.
 */
export async function show(page, session, setting) {
  await prepare(page, setting)
  await page.waitForTimeout(100)
  let before = await cpu(session)
  await page.evaluate(
    ([how, rows]) => {
      const start = globalThis.bench.mount(how)
      const soon = new Promise((resolve) => {
        setTimeout(resolve, (how.latency ?? 0) - 50)
      })
      globalThis.shown = (how.latency ? soon : Promise.resolve())
        .then(() => globalThis.clock.until(() => document.querySelector(rows)))
        .then((end) => ({ ms: end - start, answer: end - (globalThis.answered ?? end) }))
    },
    [setting, row],
  )
  if (setting.latency) {
    await quiet(page)
    before = await cpu(session)
  }
  const times = await page.evaluate(() => globalThis.shown)
  const taken = (await cpu(session)) - before
  await quiet(page)
  return { ...times, cpu: taken }
}

/** The same for what has no behaviour: markup that is there already, or so many rows. */
export async function showStill(page, session, content, way) {
  await page.evaluate((markup) => globalThis.bench.prepare(markup), content)
  await page.waitForTimeout(100)
  const before = await cpu(session)
  const ms = await page.evaluate(
    async ([how, rows]) => {
      const start = globalThis.bench.mount(how)
      return (await globalThis.clock.until(() => document.querySelector(rows))) - start
    },
    [way, row],
  )
  const taken = (await cpu(session)) - before
  await quiet(page)
  return { ms, cpu: taken }
}
