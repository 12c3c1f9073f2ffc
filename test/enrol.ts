import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import type { Product } from './product.ts'
import { type Visitor, visitor } from './visitor.ts'

/** Somebody new with one role: invited by an administrator as anybody is, and signed in. */
export const enrol = async (
  product: Product,
  administrator: Visitor,
  { email, officeId, role }: { email: string; officeId: number; role: string },
): Promise<Visitor> => {
  const name = 'Orang Contoh'
  const password = 'kapal-layar-biru-senja'
  await done(administrator.post('/petugas/undang', { name, email, office: String(officeId), roles: role }))
  const person = visitor(product)
  await done(person.post(await invitationFor(product, email), { name, password }))
  await done(person.post('/masuk', { email, password }))
  return person
}

const done = async (asked: Promise<Response>) => {
  const { status, url } = await asked
  if (status !== 303) throw new Error(`${url} answered ${status}`)
}

/** The path of the link in the letter to this address, as it was laid into the outbox. */
const invitationFor = async ({ dataDir }: Product, email: string): Promise<string> => {
  const outbox = join(dataDir, 'outbox')
  for (const file of readdirSync(outbox)) {
    const { to, text } = await simpleParser(readFileSync(join(outbox, file)))
    const link = [to].flat()[0]?.text === email && /http:\S+\/undangan\/\S+/.exec(text ?? '')?.[0]
    if (link) return new URL(link).pathname
  }
  throw new Error(`no letter to ${email}`)
}
