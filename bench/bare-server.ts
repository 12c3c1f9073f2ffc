/** The measure: the least a Node server can do to redirect. */
import { serveUnderLoad } from './under-load.ts'

let answered = 0
await serveUnderLoad(
  (_request, response) => {
    answered += 1
    response.writeHead(302, { location: '/k/contoh?kantor=1&materi=1', 'content-length': 0 }).end()
  },
  () => answered,
  async () => {},
)
