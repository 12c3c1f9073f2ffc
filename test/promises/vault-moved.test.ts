import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Broken, newKeyPair } from '../../src/platform/vault/index.ts'
import { currentOfficeKey, type RecordRef, writeEntry } from '../../src/staff/index.ts'
import { deleteMemberKey } from '../../src/staff/keys/queries.ts'
import { newMember } from '../keys.ts'
import { canary, openVaultStory, province, sigi, type VaultStory } from '../vault-story.ts'

let { house, leader, officeOf, report, adds, reads, grants } = {} as VaultStory
beforeAll(async () => {
  ;({ house, leader, officeOf, report, adds, reads, grants } = await openVaultStory())
})
afterAll(() => house?.end())

describe('5. what was moved or put back', () => {
  const change = (record: RecordRef, set: object) =>
    house.db.asJob(tx =>
      tx
        .updateTable('vault_entries')
        .set(set)
        .where('record_id', '=', record.id)
        .where('kind', '=', 'story')
        .execute(),
    )

  test('names its entry, and is never shown as another text', async () => {
    const [one, two] = [await report(), await report()]
    const entry = (record: RecordRef) =>
      house.db.asJob(tx =>
        tx
          .selectFrom('vault_entries')
          .select(['id', 'ciphertext'])
          .where('record_id', '=', record.id)
          .where('kind', '=', 'story')
          .executeTakeFirstOrThrow(),
      )
    const [mine, theirs] = [await entry(one.record), await entry(two.record)]
    await change(one.record, { ciphertext: theirs.ciphertext })
    await expect(reads(leader, one.record)).rejects.toThrow(mine.id)
    await change(one.record, { ciphertext: mine.ciphertext })
    expect(await reads(leader, one.record)).toEqual([canary])
    await change(one.record, { kind: 'message' })
    await expect(reads(leader, one.record)).rejects.toThrow(mine.id)
  })

  test('an old version put in the place of the new one is found', async () => {
    const { record } = await report()
    const write = (version: number, id?: string) =>
      house.db.asActor(leader.actor, tx =>
        writeEntry(tx, house.secret, record, {
          kind: 'sheet',
          text: Buffer.from(`lembar ${version}`),
          version,
          ...(id && { id }),
        }),
      )
    const id = await write(1)
    await write(2, id)
    const old = await house.db.asJob(tx =>
      tx
        .selectFrom('vault_entries')
        .select('ciphertext')
        .where('id', '=', id)
        .where('version', '=', 1)
        .executeTakeFirstOrThrow(),
    )
    await house.db.asJob(tx =>
      tx.updateTable('vault_entries').set(old).where('id', '=', id).where('version', '=', 2).execute(),
    )
    await expect(reads(leader, record)).rejects.toThrow(id)
  })
})

describe('a public key or a holder that another hand put into the database is never sealed to', () => {
  const thief = newKeyPair().publicKey
  const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(Broken)

  test('not the key of an office, not the key of a receipt, not a holder that was added', async () => {
    const { record, receipt } = await report()
    const officeId = officeOf(sigi)
    const kept = await house.db.asJob(tx => currentOfficeKey(tx, officeId))
    const setOffice = (public_key: Buffer) =>
      house.db.asJob(tx =>
        tx
          .updateTable('office_keys')
          .set({ public_key })
          .where('office_id', '=', officeId)
          .where('ended_at', 'is', null)
          .execute(),
      )
    await setOffice(thief)
    await refused(adds(record, receipt, 'pesan'))
    await setOffice(kept!.public_key)
    await adds(record, receipt, 'pesan')
    const foreign = { office_id: officeOf(province), mark: kept!.mark }
    await house.db.asJob(tx =>
      tx
        .insertInto('record_holders')
        .values({ ...foreign, record_kind: record.kind, record_id: record.id })
        .execute(),
    )
    await refused(adds(record, receipt, 'pesan'))
    const other = await report()
    await house.db.asJob(tx =>
      tx
        .updateTable('record_holders')
        .set({ public_key: thief })
        .where('lookup', '=', other.receipt.lookup)
        .execute(),
    )
    await refused(adds(other.record, other.receipt, 'pesan'))
  })

  test('nor the key of a colleague to whom the office key is granted', async () => {
    const officer = await newMember(house, sigi, 'case-officer')
    await officer.signIn()
    await house.db.asJob(tx =>
      tx
        .updateTable('member_keys')
        .set({ public_key: thief })
        .where('staff_id', '=', officer.actor.staffId)
        .execute(),
    )
    await refused(grants(leader, officer))
    await house.db.asJob(tx => deleteMemberKey(tx, officer.actor.staffId))
  })
})
