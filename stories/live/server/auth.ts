import { mkdirSync } from 'node:fs'
import { LibsqlDialect } from '@libsql/kysely-libsql'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { organization } from 'better-auth/plugins'
import { Pool } from 'pg'

/** Who owns the organization that the live flow invites to. */
export const owner = { name: 'Olga Owner', email: 'owner@example.com', password: 'owner-password' }

export interface SentMail {
  to: string
  invitationId: string
  sentAt: string
}

export interface AuthSetup {
  baseURL: string
  /** Where the database file lives; `DATABASE_URL` (PostgreSQL) takes its place. */
  folder: string
  onMail: (mail: SentMail) => void
}

/** better-auth with its organization plugin, in a file of this folder or in PostgreSQL. */
export async function createAuth({ baseURL, folder, onMail }: AuthSetup) {
  const connectionString = process.env.DATABASE_URL
  const pool = connectionString ? new Pool({ connectionString }) : undefined
  const options = {
    baseURL,
    // Without one it is a demo on the developer's own machine.
    secret: process.env.BETTER_AUTH_SECRET ?? 'a-secret-of-the-demo-that-protects-nothing',
    database: pool ?? fileIn(folder),
    emailAndPassword: { enabled: true },
    telemetry: { enabled: false },
    trustedOrigins: ['http://localhost:*', 'http://127.0.0.1:*'],
    advanced: { disableOriginCheck: false },
    plugins: [
      organization({
        sendInvitationEmail: ({ id, email }) => {
          onMail({ to: email, invitationId: id, sentAt: new Date().toISOString() })
          return Promise.resolve()
        },
      }),
    ],
  } satisfies BetterAuthOptions
  const { runMigrations } = await getMigrations(options)
  await runMigrations()
  return { auth: betterAuth(options), close: async () => pool?.end() }
}

function fileIn(folder: string): BetterAuthOptions['database'] {
  mkdirSync(folder, { recursive: true })
  return { dialect: new LibsqlDialect({ url: `file:${folder}/live.db` }), type: 'sqlite' }
}

export type LiveAuth = Awaited<ReturnType<typeof createAuth>>['auth']
