import { cpu, quiet, renders } from './measure.mjs'

const field = (page) => page.getByLabel('E-mail addresses')

/** Puts addresses on the clipboard and presses Control+V in the field, long after the page was there. */
async function paste(page, session, scene, count) {
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

async function type(page) {
  const times = []
  for (const letter of 'abcdefghij') {
    await page.evaluate(() =>
      globalThis.clock.after('keydown', async () => (await globalThis.clock.frame()).end),
    )
    await page.keyboard.press(letter)
    times.push(await page.evaluate(() => globalThis.measured))
    await page.waitForTimeout(20 + 7 * times.length)
  }
  return times.toSorted((a, b) => a - b)[5]
}

export async function form({ cold, rounds, line, part }) {
  for (const [count, gate] of [
    [1000, 50],
    [5000, 75],
    [10_000, 150],
  ])
    await part(`InviteForm: ${count} addresses by Control+V`, async () => {
      const way = (scene) => () =>
        cold('form', async (page, session) => {
          const pasted = await paste(page, session, scene, count)
          const nodes = await field(page).evaluate(
            (input) => (input.closest('.ik-field') ?? input).querySelectorAll('*').length + 1,
          )
          return { ...pasted, nodes, key: await type(page) }
        })
      const { ours, floor } = await rounds({ ours: way('form'), floor: way('textarea') })
      const of = (all, name) => all.map((one) => one[name])
      line('key down until quiet', of(ours, 'ms'), gate, 'ms')
      line('  a plain text area, same parser', of(floor, 'ms'), undefined, 'ms')
      line('  processor time of the main thread', of(ours, 'cpu'), undefined, 'ms')
      line('  a plain text area, same parser', of(floor, 'cpu'), undefined, 'ms')
      line('a keystroke after it, until its frame is done', of(ours, 'key'), 16.7, 'ms')
      line('  a plain text area', of(floor, 'key'), undefined, 'ms')
      line('elements of the field', of(ours, 'nodes'), 320)
    })

  await part('InviteForm: components rendered after 5000 addresses', async () => {
    const counts = await rounds({
      key: () =>
        cold(
          'form',
          async (page, session) => {
            await paste(page, session, 'form', 5000)
            await quiet(page)
            const { all } = await renders(page, async () => {
              await page.keyboard.press('a')
              await quiet(page)
            })
            return all
          },
          { counting: true },
        ),
    })
    line('by a keystroke', counts.key, 1)
  })
}
