/** Our redirects alone: openLinks on a plain Node server. Started by redirects.ts with the database's address. */
import { openLinks } from '../src/links/index.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { serveUnderLoad } from './under-load.ts'

const db = openDatabase(process.argv[2]!)
const links = openLinks({ db, log: { warn: (detail, text) => console.error(text, detail) } })
await links.ready

let answered = 0
await serveUnderLoad(
  (request, response) => {
    const notFound = () => void response.writeHead(404).end()
    if (!links.answer(request, response, notFound)) notFound()
    else if (response.statusCode === 302) answered += 1
  },
  () => answered,
  async () => {
    await links.stop()
    await db.close()
  },
)
