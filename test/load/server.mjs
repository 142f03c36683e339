// The server of the load, which is told where its build stands, and tells what it holds.
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const { served } = await import(pathToFileURL(process.argv[2] ?? '').href)
const latency = 100
const world = served(() => wait(latency))
const megabytes = (bytes) => Math.round(bytes / 1e5) / 10

process.on('message', () => {
  // Sockets that were left are closed a little later.
  setTimeout(tell, 500)
})
function tell() {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({
    heap: megabytes(heapUsed),
    rss: megabytes(rss),
    connections: world.connections,
    latency,
  })
}
world.server.listen({ port: 0, host: '127.0.0.1', backlog: 1000 }, () =>
  process.send?.({ port: world.server.address().port }),
)
