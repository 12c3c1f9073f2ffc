/** A process that does nothing but answer tracked links. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openDatabase } from '../platform/database/database.ts'
import { openLinks } from './open-links.ts'

const links = openLinks({ db: openDatabase(process.argv[2]!), log: { warn: () => {} } })
await links.ready
const server = createServer((request, response) => {
  if (!links.answer(request, response, () => response.writeHead(404).end())) response.writeHead(404).end()
})
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
