import { safeRedirect } from 'invite-kit'
import { Accept } from './accept'

interface PageProps {
  searchParams: Promise<{ token?: string; next?: string }>
}

export default async function Page({ searchParams }: PageProps) {
  const { token = '', next } = await searchParams
  return <Accept token={token} next={safeRedirect(next, 'http://localhost') ?? '/'} />
}
