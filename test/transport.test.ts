import { describe, expect, it } from 'vitest'
import { can, operationsOf, type InviteOperation, type InviteTransport } from '../src/transport.js'
import { protocol } from '../src/protocol.js'
import { memory } from '../src/transports/memory.js'

const everything = Object.keys(protocol) as InviteOperation[]

describe('what a transport can do', () => {
  it('is what it has methods for', () => {
    const { key, list, revoke } = memory()
    const transport = { key, list, revoke }
    expect(operationsOf(transport)).toEqual(['list', 'revoke'])
    expect(everything.filter((operation) => can(transport, operation))).toEqual(['list', 'revoke'])
  })

  it('is nothing for a key alone, and every operation of the protocol in memory', () => {
    expect(operationsOf({ key: 'none' })).toEqual([])
    expect(operationsOf(memory())).toEqual(everything)
  })

  it.each([[true], [{}], ['yes'], [undefined], [null]])('is not what %j stands for', (flag) => {
    const transport: InviteTransport = Object.assign({ key: 'flags' }, { resend: flag })
    expect(can(transport, 'resend')).toBe(false)
    expect(operationsOf(transport)).toEqual([])
  })

  it('may be inherited from a prototype', () => {
    const transport: InviteTransport = Object.create(memory()) as InviteTransport
    expect(can(transport, 'decline')).toBe(true)
  })
})
