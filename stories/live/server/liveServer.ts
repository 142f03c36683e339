import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'
import { startLive, type Live } from './live.ts'

/** Mounts the live flow's own backend in the development server. A static build has none. */
export function liveServer(folder: string): Plugin {
  return {
    name: 'invite-kit-live',
    apply: 'serve',
    configureServer(server) {
      // With the first request, since only then the port is known.
      let live: Promise<Live> | undefined
      const listener = getRequestListener(async (request) => {
        live ??= startLive({ baseURL: new URL(request.url).origin, folder })
        return (await live).handle(request)
      })
      server.middlewares.use((request, response, next) => {
        if (/^\/(api\/(auth|invites|live)\/|invite$)/.test(request.url ?? ''))
          void listener(request, response)
        else next()
      })
    },
  }
}
