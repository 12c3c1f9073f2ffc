import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Conflict } from '../../src/platform/http/failures.ts'
import { deriveReceipt, newReceipt } from '../../src/platform/vault/index.ts'
import {
  changeReceipt,
  currentOfficeKey,
  dropOffer,
  endHold,
  holdRecord,
  openGuarded,
  writeEntry,
} from '../../src/staff/index.ts'
import { type Session, withOfficeKeys } from '../../src/staff/keys/with-keys.ts'
import { canary, identity, openVaultStory, province, type VaultStory } from '../vault-story.ts'

let { house, leader, signedIn, officeOf, report, adds, reads, reporterReads, offers, accepts } =
  {} as VaultStory
beforeAll(async () => {
  ;({ house, leader, signedIn, officeOf, report, adds, reads, reporterReads, offers, accepts } =
    await openVaultStory())
})
afterAll(() => house?.end())

describe('4. reading moves with custody', () => {
  let receiver: Session
  beforeAll(async () => {
    receiver = await signedIn(province)
  })

  test('before acceptance the receiver reads nothing; after it everything; later entries reach both holders', async () => {
    const { record, receipt, who } = await report()
    const offer = await offers(leader, record, receiver.actor.officeId)
    await adds(record, receipt, 'pesan saat menunggu')
    expect(await reads(receiver, record)).toEqual([])
    await accepts(receiver, record, offer)
    expect(await reads(receiver, record)).toEqual([canary, 'pesan saat menunggu'])
    await adds(record, receipt, 'pesan sesudahnya')
    expect((await reads(leader, record)).at(-1)).toBe('pesan sesudahnya')
    const opened = await withOfficeKeys(house, receiver, keys =>
      house.db.asActor(receiver.actor, tx =>
        openGuarded(tx, house.secret, receiver.actor, record, who, keys, 'perlu menelepon keluarga'),
      ),
    )
    expect(opened.toString()).toBe(identity)
  })

  test('the receiver, with its secret key and the whole database, opens none of the waiting keys', async () => {
    const { record } = await report()
    await offers(leader, record, receiver.actor.officeId)
    await house.db.asJob(tx =>
      tx
        .updateTable('record_holders')
        .set({ offer_id: null })
        .where('record_id', '=', record.id)
        .where('office_id', '=', receiver.actor.officeId)
        .execute(),
    )
    await expect(reads(receiver, record)).rejects.toThrow(/key of entry .* does not open/)
  })

  test('of two who accept one does; a rejected offer is gone with its keys', async () => {
    const { record } = await report()
    const offer = await offers(leader, record, receiver.actor.officeId)
    const both = await Promise.allSettled([
      accepts(receiver, record, offer),
      accepts(receiver, record, offer),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const other = await report()
    const refused = await offers(leader, other.record, receiver.actor.officeId)
    expect(await house.db.asActor(receiver.actor, tx => dropOffer(tx, refused))).toBe(true)
    await expect(accepts(receiver, other.record, refused)).rejects.toThrow(Conflict)
    const left = await house.db.asJob(tx =>
      tx
        .selectFrom('entry_keys')
        .innerJoin('vault_entries', 'vault_entries.id', 'entry_keys.entry_id')
        .select('holder_id')
        .where('record_id', '=', other.record.id)
        .execute(),
    )
    expect(left.length).toBe(4)
  })

  test('after revocation nothing new is read, and the old only where it was left', async () => {
    for (const keepsOld of [true, false]) {
      const { record, receipt } = await report()
      await accepts(receiver, record, await offers(leader, record, receiver.actor.officeId))
      await house.db.asActor(leader.actor, tx => endHold(tx, record, receiver.actor.officeId, keepsOld))
      await adds(record, receipt, 'pesan rahasia')
      expect(await reads(receiver, record)).toEqual(keepsOld ? [canary] : [])
      expect(await reads(leader, record)).toEqual([canary, 'pesan rahasia'])
    }
  })

  test('an office that holds nothing of a record sees no row of it, and cannot make itself a holder', async () => {
    const { record } = await report()
    const seen = await house.db.asActor(receiver.actor, async tx => [
      await tx.selectFrom('record_holders').select('id').where('record_id', '=', record.id).execute(),
      await tx.selectFrom('vault_entries').select('id').where('record_id', '=', record.id).execute(),
    ])
    expect(seen).toEqual([[], []])
    await expect(
      house.db.asActor(receiver.actor, tx => holdRecord(tx, house.secret, record, receiver.actor.officeId)),
    ).rejects.toThrow(/row-level security/)
    await expect(
      house.db.asPublic(tx => writeEntry(tx, house.secret, record, { kind: 'x', text: Buffer.from('x') })),
    ).rejects.toThrow(/row-level security/)
  })

  test('messages written while an offer is made and accepted reach the receiver, every one', async () => {
    const { record, receipt } = await report()
    const messages = Array.from({ length: 12 }, (_, number) => `pesan ${number}`)
    const custody = offers(leader, record, receiver.actor.officeId).then(offer =>
      accepts(receiver, record, offer),
    )
    await Promise.all([custody, ...messages.map(text => adds(record, receipt, text))])
    expect((await reads(receiver, record)).toSorted()).toEqual([canary, ...messages].toSorted())
  })
})

test('an office without a key is never sealed to: the offer is refused, and the record stays where it is', async () => {
  const { record } = await report()
  const keyless = officeOf('buol@kabupaten.example')
  expect(await house.db.asPublic(tx => currentOfficeKey(tx, keyless))).toBeUndefined()
  await expect(offers(leader, record, keyless)).rejects.toThrow('keys.office-without-key')
  expect(await reads(leader, record)).toEqual([canary])
})
test('a receipt that staff gave is replaced: the new one opens everything, the old one finds nothing', async () => {
  const { record, receipt } = await report()
  const next = await deriveReceipt(house.secret, newReceipt())
  await house.db.asPublic(tx => changeReceipt(tx, house.secret, receipt, next))
  expect(await reporterReads(record, next)).toEqual([canary])
  expect(await reporterReads(record, receipt)).toEqual([])
  await adds(record, next, 'dengan nomor baru')
  expect(await reads(leader, record)).toEqual([canary, 'dengan nomor baru'])
})
