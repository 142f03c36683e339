// A process of its own that fills a ledger: says that it is ready, and begins when it is told where.
import { ledger } from '../../src/transports/ledger.js'
import { memory } from '../../src/transports/memory.js'
import { openStore, type Place } from './ledgerStores.ts'

process.once('message', ({ place, name, count }: { place: Place; name: string; count: number }) => {
  const store = openStore(place)
  const book = ledger(memory(), store)
  const people = Array.from({ length: count }, (_, n) => ({
    email: `${name}${n}@acme.test`,
    role: 'r',
  }))
  void Promise.all(people.map((person) => book.create(person)))
    .then(() => store.dispose())
    .then(() => process.disconnect())
})
process.send?.('ready')
