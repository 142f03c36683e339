// An app page, served with a strict policy, that plays the story which its address names.
/// <reference types="vite/client" />

interface Playable {
  run(): Promise<void>
}

const files = import.meta.glob<Record<string, Playable>>('../../../stories/*.stories.tsx')
const address = new URLSearchParams(location.search)
const load = files[`../../../stories/${address.get('file')}.stories.tsx`]
const { default: _, ...stories } = (await load?.()) ?? {}
const story = stories[address.get('story') ?? '']

await story?.run().catch(reportError)
document.documentElement.dataset.stories = Object.keys(stories).join(' ')
