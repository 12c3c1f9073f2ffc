import { parseBody } from 'hono/utils/body'
import type { House } from '../house.ts'
import { Broken, openEnvelope } from '../vault/index.ts'
import type { Body } from './forms.ts'
import { open, type Route, type Visit } from './route.ts'

/**
 * A form that waited on a device, sealed to the house. The answer holds nothing that whoever has the device now could use: only the
 * proof, by which the device knows that the house itself has it, and forgets it.
 * @param take must be the same deed however often it comes, and must not refuse: nobody can correct what only the house can read
 */
export const keptForm = (
  { secret }: Pick<House, 'secret'>,
  path: string,
  take: (visit: Visit, body: Body) => Promise<void>,
): Route =>
  open('POST', path, async visit => {
    const sealed = Buffer.from(await visit.c.req.arrayBuffer())
    try {
      const { content, proof } = openEnvelope(secret, path, sealed)
      await take(visit, await bodyIn(content, path))
      return said(proof, 200)
    } catch (error) {
      if (error instanceof Broken) return said('', 422)
      throw error
    }
  })

/** What is sealed is the form as a browser sends it, files and all; its first line says where each part ends. */
const bodyIn = async (content: Buffer<ArrayBuffer>, path: string): Promise<Body> => {
  const boundary = /^--(\S+)\r\n/.exec(content.subarray(0, 200).toString('latin1'))?.[1]
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const request = new Request('http://kept', { method: 'POST', headers, body: content })
  return parseBody(request, { all: true }).catch(() => {
    throw new Broken(`form in an envelope to ${path}`)
  }) as Promise<Body>
}

const said = (text: string, status: number) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
