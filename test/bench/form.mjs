import { paste } from './formScreen.mjs'

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
          return { ...pasted, key: await type(page) }
        })
      const { ours, floor, bare } = await rounds({
        ours: way('form'),
        floor: way('textarea'),
        bare: way('untouched'),
      })
      const of = (all, name) => all.map((one) => one[name])
      line('key down until quiet', of(ours, 'ms'), gate, 'ms')
      line('  a plain text area, same parser', of(floor, 'ms'), undefined, 'ms')
      line('  a plain text area that parses nothing', of(bare, 'ms'), undefined, 'ms')
      line('  processor time of the main thread', of(ours, 'cpu'), undefined, 'ms')
      line('  a plain text area, same parser', of(floor, 'cpu'), undefined, 'ms')
      line('  a plain text area that parses nothing', of(bare, 'cpu'), undefined, 'ms')
      line('a keystroke after it, until its frame is done', of(ours, 'key'), 16.7, 'ms')
      line('  a plain text area', of(floor, 'key'), undefined, 'ms')
    })
}
