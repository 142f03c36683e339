import { memory, type MemoryMail } from 'invite-kit/transports'

/** One world for all routes, however many times the bundler loads this file. */
const world = globalThis as { invites?: ReturnType<typeof memory>; mails?: MemoryMail[] }

export const mails = (world.mails ??= [])
export const invites = (world.invites ??= memory({
  organization: 'Acme',
  linkBase: '/invite#token=',
  onMail: (mail) => mails.push(mail),
}))
