import { inspectName } from '../input/names.js'
import { Address } from './Address.js'

/** An address that others wrote, and may have made to deceive: what cannot be seen of it is written out. */
export function OthersAddress({ children }: { children: string }) {
  return <Address>{inspectName(children).display}</Address>
}
