import { readInviteToken } from '../../../src/index.ts'

// The first import of the app: whatever starts after it finds no token in the address.
export const link = readInviteToken()

// What the browser keeps of the address that this document was opened with goes with the document.
const anew =
  link && !link.kept && document.querySelector('meta[name=opens-anew]') ? link.keep() : undefined
if (anew) {
  location.replace(anew)
  await new Promise(() => undefined)
}
