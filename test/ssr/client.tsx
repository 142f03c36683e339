import type { DehydratedState } from '@tanstack/react-query'
import { version } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { Page } from './Page.tsx'
import { rendered, world } from './world.ts'

const now = () => new Date(rendered + 120_000)
const state = JSON.parse(document.getElementById('state')?.textContent ?? '') as DehydratedState

hydrateRoot(document, <Page {...world(now)} now={now} state={state} />, {
  onRecoverableError: (error) => console.error('recovered', error),
})
Object.assign(globalThis, { React: version.split('.')[0] })
