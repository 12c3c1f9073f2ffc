import { parseBody } from 'hono/utils/body'
import type { House } from '../house.ts'
import { Broken, openEnvelope } from '../vault/index.ts'
import type { Body } from './forms.ts'
import { open, type Route, type Visit } from './route.ts'

/** What becomes of the form: must be the same deed however often it comes, and must not refuse, since nobody can correct what only the house can read. */
type Take = (body: Body) => Promise<void>

/** A form of the public that waited on a device, sealed to the house. */
export const keptForm = (
  house: Pick<House, 'secret'>,
  path: string,
  take: (visit: Visit, body: Body) => Promise<void>,
): Route => open('POST', path, visit => openKept(house, visit, path, body => take(visit, body)))

/**
 * Opens an envelope and has it taken. The answer holds nothing that whoever has the device now could use: only the proof, by which the
 * device knows that the house itself has it, and forgets it.
 * @param path that it was sealed for
 */
export const openKept = async (
  { secret }: Pick<House, 'secret'>,
  { c }: Pick<Visit, 'c'>,
  path: string,
  take: Take,
): Promise<Response> => {
  const sealed = Buffer.from(await c.req.arrayBuffer())
  try {
    const { content, proof } = openEnvelope(secret, path, sealed)
    await take(await formIn(content, path))
    return said(proof, 200)
  } catch (error) {
    if (error instanceof Broken) return said('', 422)
    throw error
  }
}

/**
 * What is sealed is the form as a browser sends it, files and all; its first line says where each part ends.
 * @throws Broken
 */
export const formIn = async (content: Buffer<ArrayBuffer>, path: string): Promise<Body> => {
  const boundary = /^--(\S+)\r\n/.exec(content.subarray(0, 200).toString('latin1'))?.[1]
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const request = new Request('http://kept', { method: 'POST', headers, body: content })
  return parseBody(request, { all: true }).catch(() => {
    throw new Broken(`form in an envelope to ${path}`)
  }) as Promise<Body>
}

const said = (text: string, status: number) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
