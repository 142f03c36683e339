import { expect, test } from '@playwright/test'

interface Entry {
  id: string
  type: 'docs' | 'story'
  title: string
}

const entriesOf = async (baseURL: string | undefined) => {
  const index = (await (await fetch(`${baseURL}/index.json`)).json()) as {
    entries: Record<string, Entry>
  }
  return Object.values(index.entries)
}

test('every page of the docs is shown, and each link of it leads somewhere', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const entries = await entriesOf(baseURL)
  const ids = new Set(entries.map(({ id, type }) => `/${type}/${id}`))
  const docs = entries.filter(({ type, title }) => type === 'docs' && title.startsWith('Docs/'))
  expect(docs.length).toBeGreaterThan(14)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  for (const { id, title } of docs) {
    await page.goto(`/iframe.html?id=${id}&viewMode=docs`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // A table of Markdown, which MDX does not know.
    await expect(page.locator('.sbdocs-content')).not.toContainText('| --')
    const links = await page
      .locator('.sbdocs-content a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const dead = links.filter((to) => {
      const [, path] = /[?&]path=([^&]+)/.exec(to) ?? []
      return path ? !ids.has(path) : !/^(#|https:\/\/)/.test(to)
    })
    troubles.push(...dead.map((to) => `${title}: ${to}`))
  }
  expect(troubles).toEqual([])
})
