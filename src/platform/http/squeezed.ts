import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Context } from 'hono'

const squeeze = promisify(brotliCompress)

/** A page in fewer bytes. Only for one that shows nothing a request brought: the length of such a page would tell of its secrets. */
export const squeezed = async (c: Context, answer: Response): Promise<Response> => {
  if (c.req.method !== 'GET' || !c.req.header('accept-encoding')?.includes('br')) return answer
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  const bytes = await squeeze(Buffer.from(await answer.arrayBuffer()), { params })
  const headers = new Headers(answer.headers)
  headers.set('content-encoding', 'br')
  headers.append('vary', 'accept-encoding')
  return new Response(new Uint8Array(bytes), { status: answer.status, headers })
}
