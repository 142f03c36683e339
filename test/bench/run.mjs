// What it costs in a real browser: medians of several cold pages, with the smallest and the largest. `--quick`: 3.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { build, preview, runnerImport } from 'vite'

const repeats = process.argv.includes('--quick') ? 3 : 7
const outDir = mkdtempSync(join(tmpdir(), 'invite-kit-bench-'))
const root = import.meta.dirname

await build({
  configFile: false,
  logLevel: 'error',
  root,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, 'index.html') } },
})
const { module } = await runnerImport(join(root, '../browser.ts'), { logLevel: 'error' })
const server = await preview({
  configFile: false,
  logLevel: 'error',
  root,
  build: { outDir },
  preview: { port: 6120, host: '127.0.0.1' },
})
const chrome = await chromium.launch({
  executablePath: module.browser(),
  args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
})

/** A cold page: nothing of another measurement is in it. */
async function cold(measure) {
  const context = await chrome.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.goto('http://127.0.0.1:6120/')
  await page.waitForFunction(() => 'bench' in globalThis)
  try {
    return await measure(page)
  } finally {
    await context.close()
  }
}

const round = (number) => Math.round(number * 10) / 10
async function row(what, measure, budget = '') {
  const all = []
  for (let index = 0; index < repeats; index++) all.push(await cold(measure))
  const sorted = all.toSorted((a, b) => a - b)
  const [median, least, most] = [sorted[repeats >> 1], sorted[0], sorted.at(-1)].map(round)
  console.log(
    `${what.padEnd(58)}${String(median).padStart(9)}  (${least} to ${most})${budget && `   ${budget}`}`,
  )
  return median
}

/** Until two frames have gone by in which nothing was left to do. */
const quiet = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
    )
  })

async function paste(page, scene, count) {
  await page.evaluate((name) => globalThis.bench.mount(name, {}), scene)
  await page.evaluate(
    (many) =>
      navigator.clipboard.writeText(
        Array.from({ length: many }, (_, index) => `person${index}@example.com`).join('\n'),
      ),
    count,
  )
  await page.getByLabel('E-mail addresses').focus()
  // As long as nobody can be faster.
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    addEventListener('keydown', () => (globalThis.pressed ??= performance.now()), true)
  })
  await page.keyboard.press('Control+V')
  const end = await page.evaluate(quiet)
  return end - (await page.evaluate(() => globalThis.pressed))
}

async function keystroke(page, scene, count) {
  await paste(page, scene, count)
  const times = []
  for (const letter of 'abcdefghij') {
    await page.evaluate(() => {
      globalThis.pressed = undefined
      globalThis.painted = undefined
      addEventListener(
        'keydown',
        () => {
          globalThis.pressed = performance.now()
          requestAnimationFrame(() => setTimeout(() => (globalThis.painted = performance.now())))
        },
        { once: true },
      )
    })
    await page.keyboard.press(letter)
    await page.waitForFunction(() => globalThis.painted)
    times.push(await page.evaluate(() => globalThis.painted - globalThis.pressed))
  }
  return times.toSorted((a, b) => a - b)[5]
}

console.log(
  `\nInviteForm: paste by Control+V until quiet, ms; median of ${repeats} (least to most)`,
)
for (const [count, budget] of [
  [1000, 50],
  [5000, 75],
  [10_000, 150],
]) {
  await row(`  ${count} addresses`, (page) => paste(page, 'form', count), `gate ${budget}`)
  await row('    a plain textarea, same parser', (page) => paste(page, 'textarea', count))
}
await row(
  '  a keystroke after 5000, until painted',
  (page) => keystroke(page, 'form', 5000),
  'gate: one frame',
)
await row('    the same in a textarea', (page) => keystroke(page, 'textarea', 5000))
await row(
  '  renders of a keystroke after 5000',
  async (page) => {
    await paste(page, 'form', 5000)
    await page.evaluate(() => (globalThis.rendered = 0))
    await page.keyboard.press('a')
    await page.evaluate(quiet)
    return page.evaluate(() => globalThis.rendered)
  },
  'gate 1',
)
await row(
  '  nodes of the field after 5000',
  async (page) => {
    await paste(page, 'form', 5000)
    return page.evaluate(() => document.querySelector('.ik-field').querySelectorAll('*').length)
  },
  'gate 320',
)

const table = (page, setting, scene = 'table') =>
  page.evaluate(
    async ([name, how]) => {
      globalThis.bench.prepare(how.count)
      const start = globalThis.bench.mount(name, how)
      while (!document.querySelector('.ik-row')) await new Promise((resolve) => setTimeout(resolve))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - start
    },
    [scene, setting],
  )

console.log('\nPendingInvitesTable over 10,000 invites in memory: mount to paint, ms')
for (const pageSize of [25, 100, 500]) {
  await row(`  page of ${pageSize}`, (page) => table(page, { count: 10_000, pageSize }))
  const ours = await row('    from a transport that has the page at hand', (page) =>
    table(page, { count: 10_000, pageSize }, 'ready'),
  )
  const floor = await row('    the same rows in plain React', (page) =>
    table(page, { count: 10_000, pageSize }, 'floor'),
  )
  console.log(`    ratio ${round(ours / floor)}   gate 1.3`)
}
await row(
  '  rows mounted of a page of 500',
  async (page) => {
    await table(page, { count: 10_000, pageSize: 500 })
    return page.evaluate(() => document.querySelectorAll('.ik-row').length)
  },
  'gate 60',
)
await row(
  '  nodes of a row',
  async (page) => {
    await table(page, { count: 10_000, pageSize: 25 })
    return page.evaluate(() => document.querySelector('.ik-row').querySelectorAll('*').length + 1)
  },
  'gate 21',
)
await row(
  '  heap for 10,000 invites, MB',
  async (page) => {
    const session = await page.context().newCDPSession(page)
    const used = async () => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    }
    const before = await used()
    await table(page, { count: 10_000, pageSize: 25 })
    return ((await used()) - before) / 1e6
  },
  'gate 4, the seed of the memory transport included',
)

const revoke = async (page) => {
  await page.getByRole('button', { name: 'Revoke invitation of person3@example.com' }).click()
  await page.evaluate(() => {
    const button = [...document.querySelectorAll('dialog button')].at(-1)
    button.addEventListener(
      'click',
      () => {
        globalThis.pressed = performance.now()
        new MutationObserver((_, observer) => {
          if (document.body.textContent.includes('person3@example.com')) return
          observer.disconnect()
          requestAnimationFrame(() => setTimeout(() => (globalThis.gone = performance.now())))
        }).observe(document.body, { subtree: true, childList: true })
      },
      true,
    )
  })
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await page.waitForFunction(() => globalThis.gone)
  return page.evaluate(() => globalThis.gone - globalThis.pressed)
}
await row(
  '  press to row gone at 200 ms round trip',
  async (page) => {
    await table(page, { count: 10_000, pageSize: 25, latency: 200 })
    return revoke(page)
  },
  'gate 50',
)
const presses = [
  ['revoke', revoke, 25],
  [
    'resend',
    (page) =>
      page.getByRole('button', { name: 'Resend invitation to person3@example.com' }).click(),
    25,
  ],
  ['toggle', (page) => page.getByLabel('Select person3@example.com').click(), 1],
]
for (const [what, act, budget] of presses)
  await row(
    `  renders of ${String(what)}`,
    async (page) => {
      await table(page, { count: 10_000, pageSize: 25 })
      await page.evaluate(() => (globalThis.rendered = 0))
      await act(page)
      await page.evaluate(quiet)
      await page.evaluate(quiet)
      return page.evaluate(() => globalThis.rendered)
    },
    `gate ${String(budget)}`,
  )
await cold(async (page) => {
  await table(page, { count: 100, pageSize: 25 })
  await revoke(page)
  console.log(
    `  requests to show and to revoke one: ${JSON.stringify(await page.evaluate(() => globalThis.bench.calls))}`,
  )
})
await row(
  '  frames missed of 180, scrolling a page of 500',
  async (page) => {
    await table(page, { count: 10_000, pageSize: 500 })
    return page.evaluate(
      () =>
        new Promise((resolve) => {
          const scroller = document.querySelector('.ik-table-scroll')
          let [frames, missed, last] = [0, 0, performance.now()]
          const step = (now) => {
            if (now - last > 25) missed++
            last = now
            scroller.scrollTop += 100
            if (++frames < 180) requestAnimationFrame(step)
            else resolve(missed)
          }
          requestAnimationFrame(step)
        }),
    )
  },
  'gate 10',
)

await chrome.close()
await server.close()
