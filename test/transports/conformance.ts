import { describe, expect, test } from 'vitest'
import {
  conformance as checksOf,
  type Subject,
  type World as Bare,
} from '../../src/testing/index.js'
import type { Fetch } from '../../src/transports/request.js'

/** One that has a provider to play with. */
export interface World extends Bare {
  fetch: Fetch
}

/** Registers what every transport promises, whatever its provider. */
export function conformance({ name, ...subject }: Subject & { name: string }): void {
  describe(`${name} as a transport`, () => {
    test.each(checksOf(subject))('$title', async ({ run }) => {
      await expect(run()).resolves.toBeUndefined()
    })
  })
}
