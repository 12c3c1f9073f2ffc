import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Told } from './child.ts'

/** The child's side: listens on loopback, tells its figures when asked, ends when told to. */
export const serveUnderLoad = async (
  listener: RequestListener,
  answered: () => number,
  close: () => Promise<void>,
) => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.on('message', async asked => {
    if (asked === 'tell') return process.send!(figures(answered()))
    server.close()
    server.closeAllConnections()
    await close()
    process.exit()
  })
  process.on('disconnect', () => process.exit(1))
  process.send!((server.address() as AddressInfo).port)
}

const figures = (answered: number): Told => {
  const { user, system } = process.cpuUsage()
  return { answered, cpuMs: (user + system) / 1000 }
}
