import { randomUUID } from 'node:crypto'
import { deriveReceipt, newReceipt, type OpenReceipt } from '../src/platform/vault/index.ts'
import { sampleSignIns } from '../src/sample/load-sample.ts'
import {
  acceptOffer,
  holdRecord,
  offerRecord,
  presentReceipt,
  type RecordRef,
  readEntries,
  writeEntry,
} from '../src/staff/index.ts'
import { grantTo } from '../src/staff/keys/office-key.ts'
import { type Session, withOfficeKeys } from '../src/staff/keys/with-keys.ts'
import { openSampleHouse } from './house.ts'
import { type Member, newSession } from './keys.ts'

export const sigi = 'pimpinan.sigi@kabupaten.example'
export const province = 'sekretaris@disnakertrans.example'
export const canary = 'kenari-kuning-di-dalam-sangkar'
export const identity = 'Siti Rahmawati 7271012505990001'

export type VaultStory = Awaited<ReturnType<typeof openVaultStory>>

/** The sample province with the leader of Sigi signed in, and what may be done to a sealed report. */
export const openVaultStory = async () => {
  const house = await openSampleHouse()
  const passwordOf = (email: string) =>
    sampleSignIns(house.config.dataDir).find(person => person.email === email)!.password
  const signedIn = (email: string) => newSession(house, house.as(email), passwordOf(email))
  const officeOf = (email: string) => house.as(email).officeId

  /** A report as the public sends it: a story and an identity, sealed to the office of Sigi and to a receipt. */
  const report = async (): Promise<{
    record: RecordRef
    digits: string
    receipt: OpenReceipt
    who: string
  }> => {
    const record = { kind: 'report', id: randomUUID() }
    const digits = newReceipt()
    const receipt = await deriveReceipt(house.secret, digits)
    const who = await house.db.asPublic(async tx => {
      await holdRecord(tx, house.secret, record, officeOf(sigi), receipt)
      await writeEntry(tx, house.secret, record, { kind: 'story', text: Buffer.from(canary) })
      const text = Buffer.from(identity)
      return writeEntry(tx, house.secret, record, { kind: 'identity', text, guarded: true })
    })
    return { record, digits, receipt, who }
  }
  const adds = (record: RecordRef, receipt: OpenReceipt, text: string) =>
    house.db.asPublic(async tx => {
      await presentReceipt(tx, receipt.lookup)
      await writeEntry(tx, house.secret, record, { kind: 'message', text: Buffer.from(text) })
    })

  const reads = (session: Session, record: RecordRef) =>
    withOfficeKeys(house, session, keys =>
      house.db.asActor(session.actor, async tx => texts(await readEntries(tx, record, keys))),
    )
  const reporterReads = (record: RecordRef, receipt: OpenReceipt) =>
    house.db.asPublic(async tx => {
      await presentReceipt(tx, receipt.lookup)
      return texts(await readEntries(tx, record, receipt))
    })

  const offers = (session: Session, record: RecordRef, officeId: number) =>
    withOfficeKeys(house, session, keys =>
      house.db.asActor(session.actor, tx => offerRecord(tx, house.secret, record, officeId, keys)),
    )
  const accepts = (session: Session, record: RecordRef, offer: string) =>
    house.db.asActor(session.actor, tx =>
      acceptOffer(tx, house.secret, record, session.actor.officeId, offer),
    )
  const grants = (session: Session, to: Member) =>
    withOfficeKeys(house, session, keys =>
      house.db.asActor(session.actor, tx => grantTo(tx, house.secret, session.actor, keys, to.actor.staffId)),
    )
  const leader = await signedIn(sigi)
  return {
    house,
    end: house.end,
    leader,
    passwordOf,
    signedIn,
    officeOf,
    report,
    adds,
    reads,
    reporterReads,
    offers,
    accepts,
    grants,
  }
}

export const texts = (entries: { text: Buffer | undefined }[]) =>
  entries.flatMap(({ text }) => (text ? [text.toString()] : []))
