import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { InviteError, inviteErrorCodes, statusOf } from '../src/error.js'
import { errors } from '../src/locales/enErrors.js'
import { retryRead } from '../src/retry.js'
import { memory } from '../src/transports/memory.js'
import { readRefusal } from '../src/transports/refusal.js'
import { errorFacts } from '../stories/docs/errorFacts.ts'
import { ErrorTable } from '../stories/docs/ErrorTable.tsx'

const page = readFileSync(new URL('../stories/docs/Errors.mdx', import.meta.url), 'utf8')
const outcomes = { no: 'not_sent', unknown: 'unknown', 'see outcome': undefined }

describe('the page about errors', () => {
  it('has a row for every code, with its status and its sentence', () => {
    expect(page).toContain('<ErrorTable />')
    const rows = renderToStaticMarkup(createElement(ErrorTable)).split('<tr>').slice(2)
    const said = rows.map((row) => /<code>(\w+)<\/code> (\d+)<\/th>/.exec(row)?.slice(1))
    expect(said).toEqual(inviteErrorCodes.map((code) => [code, String(statusOf(code))]))
    for (const [index, code] of inviteErrorCodes.entries())
      expect(rows[index]?.replaceAll('&#x27;', "'")).toContain(errors[code])
  })

  it.each([
    400, 401, 402, 403, 404, 408, 409, 410, 413, 415, 418, 422, 429, 500, 501, 502, 503, 504,
  ])('says whether a write was done as %s does', (status) => {
    const { code, outcome } = readRefusal(new Response(null, { status }), {}, [])
    expect(outcome).toBe(outcomes[errorFacts[code].done] ?? outcome)
  })

  it.each(inviteErrorCodes)(
    'says whether a write was done as memory does with %s',
    async (code) => {
      const { create } = memory({ faults: { create: code } })
      const error: unknown = await create({ email: 'ana@acme.test' }).catch(
        (reason: unknown) => reason,
      )
      if (!InviteError.is(error)) throw new Error('It did not fail.')
      expect(error.outcome).toBe(outcomes[errorFacts[code].done] ?? error.outcome)
    },
  )

  it('says of what is tried again what is tried again', () => {
    const sentence = /Reads have no outcome\.[^]*?\n\n/.exec(page)?.[0] ?? ''
    const named = inviteErrorCodes.filter((code) => sentence.includes(`\`${code}\``))
    expect(named).toEqual(
      inviteErrorCodes.filter((code) =>
        retryRead(0, new InviteError(code, { retryAfter: 60_000 })),
      ),
    )
  })
})
