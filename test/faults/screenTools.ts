import { act } from '@testing-library/react'
import { expect, vi } from 'vitest'
import type { InvitePage } from '../../src/schema.ts'
import type { Driver, Opened } from './driver.ts'
import { pause, until, type PageWorld } from './page.ts'

export const day = 86_400_000

export async function opened(driver: Driver, world: PageWorld, people?: string[]): Promise<Opened> {
  const page = driver(world, people)
  expect(await until(page.ready)).toBe(true)
  return page
}

export async function ended({ seen }: Opened) {
  expect(await until(() => seen() !== undefined)).toBe(true)
  await pause()
  return seen() ?? { done: false, said: '' }
}

/** Holds answers back until it is let go. */
export function gate() {
  let go: () => void = () => undefined
  const open = new Promise<void>((resolve) => (go = resolve))
  return { go, open }
}

export function online(is: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(is)
  act(() => void dispatchEvent(new Event(is ? 'online' : 'offline')))
}

/** One by one, where a form of many sends them in one batch. */
export function single(world: PageWorld): PageWorld {
  const { createMany: _, ...transport } = world.transport
  return { ...world, transport: transport as PageWorld['transport'] }
}

export const refused = (status: number, code: string, headers = {}) =>
  new Response(JSON.stringify({ code, outcome: 'not_sent' }), { status, headers })

export const rowsIn = ({ client }: Opened) =>
  client
    .getQueriesData<InvitePage>({ predicate: ({ queryKey }) => queryKey[2] === 'list' })
    .flatMap(([, page]) => page?.invites ?? [])

export const emailOf = (body: string) => (JSON.parse(body) as { email: string }).email
