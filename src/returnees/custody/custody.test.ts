import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { type Officer, officerAt } from '../../../test/officers.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { readEntries, writeEntry } from '../../staff/index.ts'
import { packed, personContent, returneeRecord, unpacked, wordsContent } from '../contents.ts'
import { returneeById } from '../register/queries.ts'
import { registerReturnee } from '../register/register-returnee.ts'
import { acceptReturnee, closeOffer, offerReturnee } from './pass-on.ts'
import { offersTo } from './queries.ts'

let house: SampleHouse
let sigi: Officer
let poso: Officer
let palu: Officer
let id: string
let offerId: string
beforeAll(async () => {
  house = await openSampleHouse()
  sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
  poso = await officerAt(house, 'petugas.poso@kabupaten.example')
  palu = await officerAt(house, 'petugas@bp3mi.example')
  id = await house.db.asActor(sigi.actor, tx =>
    registerReturnee(
      house,
      tx,
      {
        ...{ originCode: '72.10', destination: 'SA', sector: null, sex: null, ageBand: null, wayBack: null },
        ...{ returnedMonth: null, needs: ['training'], skills: [], wishes: [], consents: ['programmes'] },
        ownerOfficeId: sigi.officeId,
        channel: 'staff',
        person: personContent.parse({ name: 'Wahyuni Ladjupa' }),
        words: 'Kata pertama.',
      },
      { staffId: sigi.actor.staffId },
    ),
  )
})
afterAll(() => house?.end())

const offer = (officer: Officer, to: Officer) =>
  officer.withKeys(keys =>
    house.db.asActor(officer.actor, tx =>
      offerReturnee(house, tx, officer.actor, keys, {
        returneeId: id,
        officeId: to.officeId,
        reason: 'moved',
      }),
    ),
  )
const accept = (officer: Officer, offer = offerId) =>
  house.db.asActor(officer.actor, tx => acceptReturnee(house, tx, officer.actor, offer))
const wordsFor = (officer: Officer) =>
  officer.withKeys(keys =>
    house.db.asActor(officer.actor, async tx =>
      (await readEntries(tx, returneeRecord(id), keys)).flatMap(({ kind, text }) =>
        kind === 'words' && text ? [unpacked(wordsContent, text).text] : [],
      ),
    ),
  )
const note = (officer: Officer, text: string) =>
  house.db.asActor(officer.actor, tx =>
    writeEntry(tx, house.secret, returneeRecord(id), {
      kind: 'words',
      text: packed({ text }),
      authorId: officer.actor.staffId,
    }),
  )
const ownerSeenBy = async (officer: Officer) =>
  (await house.db.asActor(officer.actor, tx => returneeById(tx, id)))?.ownerOfficeId

test('before the other office accepts, the giver holds the record and the other side reads nothing', async () => {
  offerId = await offer(sigi, poso)
  await note(sigi, 'Kata selama menunggu.')
  expect(await wordsFor(sigi)).toEqual(['Kata pertama.', 'Kata selama menunggu.'])
  expect([await ownerSeenBy(sigi), await ownerSeenBy(poso)]).toEqual([sigi.officeId, undefined])
  expect(await wordsFor(poso)).toEqual([])
  const seen = await house.db.asActor(poso.actor, tx => offersTo(tx, poso.officeId))
  expect(seen).toMatchObject([{ id: offerId, record: expect.stringMatching(/^P-\d{4}-\d{4}$/) }])
  await expect(offer(sigi, palu)).rejects.toThrow(Conflict)
  await expect(accept(palu)).rejects.toThrow(Conflict)
})

test('no office moves a record by writing its owner, whatever the program asks', async () => {
  for (const officer of [sigi, poso])
    await expect(
      house.db.asActor(officer.actor, tx =>
        sql`update returnees set owner_office_id = ${poso.officeId} where id = ${id}`.execute(tx),
      ),
    ).rejects.toThrow(/permission denied/)
})

test('after acceptance the new office reads all of it, the old one nothing that comes later; of two who accept one does', async () => {
  const taken = await Promise.allSettled([accept(poso), accept(poso)])
  expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await note(poso, 'Kata kantor baru.')
  expect(await wordsFor(poso)).toEqual(['Kata pertama.', 'Kata selama menunggu.', 'Kata kantor baru.'])
  expect(await wordsFor(sigi)).not.toContain('Kata kantor baru.')
  expect([await ownerSeenBy(sigi), await ownerSeenBy(poso)]).toEqual([undefined, poso.officeId])
  await expect(note(sigi, 'Kata dari luar.')).rejects.toThrow()
  await expect(offer(sigi, palu)).rejects.toThrow(NotFound)
})

test('a refused offer leaves the record where it was and no key behind', async () => {
  offerId = await offer(poso, palu)
  await house.db.asActor(palu.actor, tx => closeOffer(tx, palu.actor, offerId, 'rejected'))
  expect(await ownerSeenBy(poso)).toBe(poso.officeId)
  await expect(accept(palu)).rejects.toThrow(Conflict)
  const holders = await house.db.asJob(tx =>
    tx
      .selectFrom('record_holders')
      .select('office_id')
      .where('record_id', '=', id)
      .where('offer_id', 'is not', null)
      .execute(),
  )
  expect(holders).toEqual([])
  offerId = await offer(poso, sigi)
  await house.db.asActor(poso.actor, tx => closeOffer(tx, poso.actor, offerId, 'withdrawn'))
  expect(await house.db.asActor(sigi.actor, tx => offersTo(tx, sigi.officeId))).toEqual([])
})
