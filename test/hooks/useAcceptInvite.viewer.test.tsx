import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Viewer } from '../../src/schema.ts'
import { ada } from '../acceptSetUp.ts'
import { expectStatus, opened, writes } from './acceptHook.ts'

const mallory = { email: 'mallory@example.com' }

describe('who is signed in', () => {
  it('is asked again right before the answer, and somebody else answers nothing', async () => {
    let viewer: Viewer = { email: 'ada@example.com' }
    const page = opened({}, { viewer: () => viewer })
    await expectStatus(page, 'ready')
    viewer = mallory
    await page.press()
    await expectStatus(page, 'wrong_account')
    expect(page.now()).toMatchObject({ viewer: mallory, preview: { email: 'ada@example.com' } })
    expect(writes(page.calls)).toEqual([])
  })

  it('is nobody by now: nothing is written, and sign-in comes first', async () => {
    let viewer: Viewer | null = { email: 'ada@example.com' }
    const page = opened({}, { viewer: () => viewer })
    await expectStatus(page, 'ready')
    viewer = null
    await page.press()
    await expectStatus(page, 'unauthenticated')
    expect(page.now()).toHaveProperty('error.outcome', 'not_sent')
    expect(writes(page.calls)).toEqual([])
  })

  it('is another one, and whose invite it is is not told: the new account is shown before it answers', async () => {
    let viewer: Viewer = { email: 'ada@example.com' }
    const page = opened({ seed: [{ ...ada, email: undefined }] }, { viewer: async () => viewer })
    await expectStatus(page, 'ready')
    viewer = mallory
    await page.press()
    await expectStatus(page, 'wrong_account')
    expect(page.now()).toMatchObject({ viewer: mallory, error: undefined })
    expect(writes(page.calls)).toEqual([])
    act(() => {
      const state = page.now()
      if ('retry' in state) state.retry()
    })
    await page.press()
    await expectStatus(page, 'accepted')
  })

  it('cannot be asked: nothing is written for whom the page was not shown to', async () => {
    let broken = false
    const viewer = () => (broken ? Promise.reject(new Error('x')) : { email: 'ada@example.com' })
    const page = opened({}, { viewer })
    await expectStatus(page, 'ready')
    broken = true
    await page.press()
    await waitFor(() => expect(page.now()).toHaveProperty('error.outcome', 'not_sent'))
    expect(writes(page.calls)).toEqual([])
  })

  it('has not verified the address: nothing is written, unless the app allows it', async () => {
    const viewer = { email: 'ada@example.com', emailVerified: false }
    await expectStatus(opened({}, { viewer }), 'email_unverified')
    await expectStatus(opened({}, { viewer, allowUnverified: true }), 'ready')
  })
})
