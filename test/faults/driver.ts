import type { QueryClient } from '@tanstack/react-query'
import type { Cell } from './cells.ts'
import type { PageWorld } from './page.ts'

/** What an operation has come to on a screen. */
export interface Seen {
  done: boolean
  /** The code of the error, or the sentence about it. */
  said: string
}

/** One operation as a person does it. */
export interface Opened {
  /** Whether it can be pressed. Of what is read as soon as it is opened: at once. */
  ready: () => boolean
  press: () => void
  /** Undefined while it is under way. */
  seen: () => Seen | undefined
  /** Of a form: who is still in it. */
  left?: (() => string[]) | undefined
  /** Of a form: goes on with what a reload has cut off, once that is offered. */
  resume?: (() => boolean) | undefined
  client: QueryClient
  close: () => void
}

export type Driver = (world: PageWorld, people?: string[]) => Opened

/** How each operation of a layer is done. */
export type Drivers = (cell: Cell) => Driver
