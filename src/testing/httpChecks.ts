import type { InviteOperation } from '../transport.js'
import { answers, elsewhere, type AnswerName } from './answers.js'
import { answering, callOperation, inputOf, transportOf, type Provider } from './callOperation.js'
import { expectSame } from './expectSame.js'
import { expectedOf, readingOf, readingsOf } from './readings.js'
import { leaksOf, secretsOf } from './secrets.js'
import type { Bench, Check } from './subject.js'

/** What holds for every transport that speaks HTTP. */
export function httpChecks({ subject, shared }: Bench): Check[] {
  const { claims } = subject
  const names = Object.keys(answers) as AnswerName[]
  const speaking = claims.filter((of) => !('silent' in readingOf(subject, of, '500')))
  return [
    check('has a key that holds no credential', async () => {
      const world = await shared()
      const seen: Request[] = []
      for (const of of claims) {
        const provider = answering(answers['500'].bodies[0])
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as all of these checks
        seen.push(...(await callOperation(world, of, { provider })).requests)
      }
      const { key } = transportOf(world)
      expectSame(leaksOf(key, secretsOf(seen)), [], 'key is no secret: leave the credential out.')
    }),
    ...speaking.map((of) =>
      check(`${of} rejects with the reason of the caller who aborts it`, async () => {
        const reason = new Error('the page is left')
        const controller = new AbortController()
        const { signal } = controller
        const provider = unanswered(() => controller.abort(reason))
        const call = callOperation(await shared(), of, { provider, signal })
        const { settled, requests } = await inTime(call)
        expectSame(settled, { error: reason }, 'Reject with signal.reason, as it is.')
        expectSame(requests.length, 1, 'Ask for nothing more once the signal is aborted.')
      }),
    ),
    ...speaking.map((of) =>
      check(`${of} does not let an id change where it goes`, async () => {
        const world = await shared()
        const input = { ...inputOf(world, of) }
        if ('id' in input) input.id = '../../admin'
        if ('token' in input) input.token = '../../admin'
        const provider = answering(answers['404'].bodies[0])
        const { requests } = await callOperation(world, of, { provider, input })
        expectSame(
          requests.map(({ url }) => new URL(url).pathname).filter((path) => path.includes('admin')),
          [],
          'encodeURIComponent leaves “..” as it is: refuse an id that is more than one segment.',
        )
      }),
    ),
    ...claims.flatMap((of) =>
      names.map((name) => check(`${of}, answered with ${name}`, () => answered(of, name))),
    ),
  ]

  async function answered(of: InviteOperation, name: AnswerName): Promise<void> {
    const world = await shared()
    const input = inputOf(world, of)
    for (const body of answers[name].bodies) {
      const provider = answering(body, input)
      // oxlint-disable-next-line no-await-in-loop -- the first body that is misread is the one to tell
      const { settled, requests } = await callOperation(world, of, { provider })
      expectSame(
        requests.filter(
          ({ url, redirect }) => redirect === 'follow' || new URL(url).origin === elsewhere,
        ).length,
        0,
        'Fetch with redirect: "manual" or "error", so that no credential goes elsewhere.',
      )
      const expected = expectedOf(subject, of, name, requests)
      const readings = readingsOf(of, settled, requests)
      expectSame(
        readings,
        readings.map(() => expected),
        `The answer was ${await described(body)}\n` +
          `Read it so, or say in deviations.${of}['${name}'] what this provider means by it.`,
      )
      const said = 'code' in expected ? JSON.stringify(settled) : ''
      expectSame(
        leaksOf(said, secretsOf(requests, input)),
        [],
        'Take tokens, passwords and credentials out of what an error says.',
      )
    }
  }
}

function check(title: string, run: Check['run']): Check {
  return { title, run }
}

async function described(body: (echo: string) => Response): Promise<string> {
  try {
    const response = body('…')
    return `${response.status} ${await response.text()}`
  } catch (error) {
    return String(error)
  }
}

/** Never answers, and calls back at the first request. */
function unanswered(asked: () => void): Provider {
  return (request) => {
    queueMicrotask(asked)
    return new Promise((_resolve, reject) => {
      const stop = () => reject(new DOMException('This operation was aborted', 'AbortError'))
      request.signal.addEventListener('abort', stop)
    })
  }
}

/** A call that does not hear its signal would hold up the runner. */
async function inTime<T>(call: Promise<T>): Promise<T> {
  let timer
  const late = new Promise<never>((_resolve, reject) => {
    const advice = 'The call goes on after its signal is aborted.\nPass signal on to fetch.'
    timer = setTimeout(() => reject(new Error(advice)), 1000)
  })
  try {
    return await Promise.race([call, late])
  } finally {
    clearTimeout(timer)
  }
}
