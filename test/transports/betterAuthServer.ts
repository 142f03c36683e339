import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { bearer, organization } from 'better-auth/plugins'
import type { OrganizationOptions } from 'better-auth/plugins'
import type { Fetch } from '../../src/transports/request.js'

export const baseUrl = 'https://app.acme.test/api/auth'
const { origin } = new URL(baseUrl)

type Row = Record<string, unknown>

/** A real better-auth in this process, everything in memory: Acme, owned by Ada; Bob and Eve have accounts. */
export async function realServer(options: Partial<OrganizationOptions> = {}) {
  const tables = 'user session account verification organization member invitation team teamMember'
  const db: Record<string, Row[]> = {}
  for (const table of tables.split(' ')) db[table] = []
  const mails: { id: string; email: string }[] = []
  const auth = betterAuth({
    baseURL: baseUrl,
    secret: 'a-test-secret-of-thirty-two-chars-or-more',
    database: memoryAdapter(db),
    // Password hashing is slow on purpose, and nothing here is about it.
    emailAndPassword: {
      enabled: true,
      password: {
        hash: (password) => Promise.resolve(password),
        verify: ({ hash, password }) => Promise.resolve(hash === password),
      },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
    // Off by itself where NODE_ENV is `test`.
    advanced: { disableOriginCheck: false },
    plugins: [
      bearer(),
      organization({
        sendInvitationEmail: ({ id, email }) => {
          mails.push({ id, email })
          return Promise.resolve()
        },
        ...options,
      }),
    ],
  })

  const jars = new Map<string, string>()
  /** What the browser of a person sends: cookies, and on everything the Origin of the application. */
  const fetchAs =
    (name: string): Fetch =>
    async (input, init) => {
      const request = new Request(input, init)
      request.headers.set('origin', origin)
      const jar = jars.get(name)
      if (jar) request.headers.set('cookie', jar)
      const response = await auth.handler(request)
      const [cookie] = response.headers.getSetCookie()
      const [pair] = cookie?.split(';') ?? []
      if (pair) jars.set(name, pair)
      return response
    }
  const post = async (name: string, path: string, body: object): Promise<Row> => {
    const response = await fetchAs(name)(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Row
  }

  const tokens = new Map<string, unknown>()
  for (const name of ['Ada', 'Bob', 'Eve']) {
    const who = name.toLowerCase()
    const person = { name, email: `${who}@acme.test`, password: 'password-of-them' }
    // oxlint-disable-next-line no-await-in-loop -- in order, as in the emulator
    tokens.set(who, (await post(who, '/sign-up/email', person)).token)
  }
  const acme = await post('ada', '/organization/create', { name: 'Acme', slug: 'acme' })

  return {
    db,
    mails,
    post,
    fetchAs,
    handler: (request: Request) => auth.handler(request),
    cookieOf: (name: string) => jars.get(name) ?? '',
    tokenOf: (name: string) => String(tokens.get(name)),
    organizationId: String(acme.id),
    /** Lets an invitation expire. */
    age: (id: string) => {
      for (const row of db.invitation ?? [])
        if (row.id === id) row.expiresAt = new Date(Date.now() - 1000)
    },
    /** Gives somebody a role in Acme, null for none. */
    setRole: (name: string, role: string | null) => {
      const userId = db.user?.find((user) => user.email === `${name}@acme.test`)?.id
      const others = (db.member ?? []).filter((member) => member.userId !== userId)
      const member = { id: `member-${name}`, organizationId: acme.id, userId, role }
      db.member?.splice(0, Infinity, ...others)
      if (role !== null) db.member?.push({ ...member, createdAt: new Date() })
    },
  }
}
