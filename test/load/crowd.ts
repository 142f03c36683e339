import { Agent, request } from 'node:http'

/** What a crowd was told. */
export interface Told {
  asked: number
  /** Whatever was not answered, or not as it should be. */
  lost: string[]
  /** Milliseconds that each answer took. */
  times: number[]
}

/** People on a connection each, which stays open; each asks one thing after the other as long as `goOn` says so. */
export async function crowd(
  port: number,
  people: number,
  goOn: (round: number) => boolean,
): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: people })
  const told: Told = { asked: 0, lost: [], times: [] }

  const ask = async (who: number, operation: string, input: object, expected: string, key = '') => {
    const headers = { 'x-actor': `actor-${who}`, ...(key && { 'idempotency-key': key }) }
    const started = performance.now()
    told.asked += 1
    const answer = await post(agent, port, operation, input, headers).catch(String)
    told.times.push(performance.now() - started)
    if (!answer.startsWith('20') || !answer.includes(expected))
      told.lost.push(`${operation} of ${who}: ${answer.slice(0, 200)}`)
  }

  const person = async (who: number) => {
    for (let round = 0; goOn(round); round++) {
      const email = `p${who}-${round}@acme.test`
      const create = () =>
        ask(who, 'create', { email, role: 'member' }, `"email":"${email}"`, `key-${round}`)
      /* oxlint-disable no-await-in-loop -- one after the other is what a person does */
      await create()
      // Again, as after a lost answer: from the store, and not from the provider.
      await create()
      await ask(who, 'list', { search: email }, `"email":"${email}"`)
      await ask(who, 'revoke', { id: `i${who}` }, '')
      /* oxlint-enable no-await-in-loop */
    }
  }
  await Promise.all(Array.from({ length: people }, (_, who) => person(who)))
  agent.destroy()
  return told
}

/** Status and body in one text. */
function post(agent: Agent, port: number, operation: string, input: object, more: object) {
  const headers = {
    'content-type': 'application/json',
    'x-invite-kit': '1',
    origin: 'https://app.acme.test',
    ...more,
  }
  const path = `/api/invites/${operation}`
  return new Promise<string>((resolve, reject) => {
    request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => {
      let text = `${response.statusCode} `
      response.setEncoding('utf8')
      response.on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
      .on('error', reject)
      .end(JSON.stringify(input))
  })
}
