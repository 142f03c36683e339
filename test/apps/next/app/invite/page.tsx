'use client'
import { readInviteToken } from 'invite-kit'
import dynamic from 'next/dynamic'

// First of all. In the browser alone: no server sees what stands behind the #.
const link = readInviteToken()
const Accept = dynamic(() => import('./accept').then(({ Accept: page }) => page), { ssr: false })

export default function Page() {
  return <Accept link={link} />
}
