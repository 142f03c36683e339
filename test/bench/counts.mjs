import { fieldElements, paste } from './formScreen.mjs'
import { quiet, renders } from './measure.mjs'
import { actions, elements } from './tableCounts.mjs'

/** What is counted is the same on every machine and at any N: here a gate that is not met is a failure. */
export async function counts(bench) {
  for (const invites of [25, 10_000]) {
    await bench.part(`PendingInvitesTable: elements of a page of 500 of ${invites} invites`, () =>
      elements(bench, invites),
    )
    await bench.part(`PendingInvitesTable: actions on a page of 25 of ${invites} invites`, () =>
      actions(bench, invites),
    )
  }
  for (const addresses of [1000, 5000, 10_000])
    await bench.part(`InviteForm: ${addresses} addresses by Control+V`, () =>
      recipients(bench, addresses),
    )
}

async function recipients({ cold, atMost }, addresses) {
  const { nodes, all } = await cold(
    'form',
    async (page, session) => {
      await paste(page, session, 'form', addresses)
      await quiet(page)
      const rendered = await renders(page, async () => {
        await page.keyboard.press('a')
        await quiet(page)
      })
      return { nodes: await fieldElements(page), ...rendered }
    },
    { counting: true },
  )
  atMost('elements of the field', nodes, 320)
  atMost('components rendered by a keystroke', all, 1)
}
