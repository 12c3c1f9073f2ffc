import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { type Officer, officerAt } from '../../../test/officers.ts'
import { noIdentity, reportWith } from '../../../test/sample-report.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { acceptCase } from '../custody/answer-offer.ts'
import { complaintById, happeningsOf } from '../queries.ts'
import { fileReport, type Report } from '../report/file-report.ts'
import { declineToShare, shareAsAsked } from './answer-request.ts'
import { checkNewCases } from './check-cases.ts'
import { askToShare, judgePair } from './judge-pair.ts'
import { resembling, sameRecruiter, shareRequestsTo } from './pair-queries.ts'

const report = reportWith()

let house: SampleHouse
let sigi: Officer
let colleague: Officer
let poso: Officer
beforeAll(async () => {
  house = await openSampleHouse()
  sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
  colleague = await officerAt(house, 'petugas.sigi@kabupaten.example')
  poso = await officerAt(house, 'petugas.poso@kabupaten.example')
})
afterAll(() => house?.end())

const file = async (identity: Partial<typeof noIdentity>, change: Partial<Report> = {}) =>
  (await fileReport(house, randomUUID(), { ...report, ...change, identity: { ...noIdentity, ...identity } }))
    .complaintId
const seenBy = (who: Officer, id: string) => house.db.asActor(who.actor, tx => resembling(tx, id))
const judge = (
  who: Officer,
  ...[id, other, verdict, was]: [
    string,
    string,
    'duplicate' | 'not-duplicate',
    ('duplicate' | 'not-duplicate')?,
  ]
) => house.db.asActor(who.actor, tx => judgePair(tx, who.actor, id, other, verdict, was ?? null))

/** The same worker, told in two districts. */
const acrossOffices = async () => {
  const nik = `7210${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`
  const here = await file({ workerName: 'Siti Rahmawati', nik })
  const there = await file({ workerName: 'St. Rahmawati', nik }, { originCode: '72.02' })
  await checkNewCases(house)
  return { here, there }
}

describe('across offices', () => {
  test('each learns that there is one, its number, who holds it and why, and nothing else', async () => {
    const { here, there } = await acrossOffices()
    const [found] = await seenBy(sigi, here)
    expect(found).toMatchObject({
      other: there,
      ownerOfficeId: poso.officeId,
      visible: false,
      reasons: expect.arrayContaining(['nik']),
    })
    expect(Object.keys(found!)).not.toContain('destination')
    expect(found!.mergedInto).toBeNull()
    expect((await seenBy(poso, there)).map(({ other }) => other)).toEqual([here])
    expect(await house.db.asActor(sigi.actor, tx => complaintById(tx, there))).toBeUndefined()
  })

  test('of a case that is not theirs an office learns nothing, the public neither; pairs and marks of others are not to be read', async () => {
    const { here, there } = await acrossOffices()
    expect(await seenBy(sigi, there)).toEqual([])
    expect(await house.db.asPublic(tx => resembling(tx, here))).toEqual([])
    const reading = house.db.asActor(sigi.actor, tx =>
      tx.selectFrom('duplicate_candidates').selectAll().execute(),
    )
    await expect(reading).rejects.toThrow(/permission denied/)
    const marks = await house.db.asActor(sigi.actor, tx =>
      tx.selectFrom('complaint_marks').select('kind').where('complaint_id', '=', there).execute(),
    )
    expect(marks).toEqual([])
  })

  test('the recruiter in common is shown as that, and makes no duplicate', async () => {
    const here = await file({ workerName: 'Rusli', recruiterPhone: '0812-9999-0001' })
    const there = await file(
      { workerName: 'Damayanti', recruiterPhone: '+62 812 9999 0001' },
      { originCode: '72.02', destination: 'MY', problems: ['wages-unpaid'] },
    )
    await checkNewCases(house)
    expect(await seenBy(sigi, here)).toEqual([])
    const linked = await house.db.asActor(sigi.actor, tx => sameRecruiter(tx, here))
    expect(linked).toEqual([expect.objectContaining({ other: there, visible: false })])
  })
})

describe('a verdict', () => {
  test('is seen by both offices, and stays when the cases are compared again', async () => {
    const { here, there } = await acrossOffices()
    await judge(sigi, here, there, 'not-duplicate')
    await house.db.asJob(tx => tx.deleteFrom('duplicate_checks').execute())
    while ((await checkNewCases(house)) > 0);
    const [found] = await seenBy(poso, there)
    expect(found).toMatchObject({ other: here, verdict: 'not-duplicate' })
    expect(found!.decidedOffice).toMatch(/Sigi/)
  })

  test('of two officers who decide at once one does; the other is told, and may revise what now stands', async () => {
    const { here, there } = await acrossOffices()
    const outcomes = await Promise.allSettled([
      judge(sigi, here, there, 'duplicate'),
      judge(poso, there, here, 'not-duplicate'),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toBeInstanceOf(Conflict)
    const verdict = (await seenBy(sigi, here))[0]?.verdict ?? undefined
    await judge(colleague, here, there, 'duplicate', verdict)
    expect((await seenBy(poso, there))[0]?.verdict).toBe('duplicate')
  })

  test('is refused for a pair that nothing brought up, and to whoever holds neither', async () => {
    const { here, there } = await acrossOffices()
    const other = await file({ workerName: 'Yohana' })
    await expect(judge(sigi, here, other, 'duplicate')).rejects.toBeInstanceOf(NotFound)
    const palu = house.as('petugas.palu@kabupaten.example')
    const [a, b] = [here, there].toSorted() as [string, string]
    const forced = house.db.asActor(palu, tx =>
      tx
        .insertInto('duplicate_verdicts')
        .values({
          complaint_a: a,
          complaint_b: b,
          verdict: 'duplicate',
          decided_by: palu.staffId,
          office_id: palu.officeId,
        })
        .execute(),
    )
    await expect(forced).rejects.toThrow(/row-level security/)
  })
})

describe('asking to share', () => {
  const ask = (id: string, other: string) =>
    house.db.asActor(sigi.actor, tx => askToShare(tx, sigi.actor, id, other))

  test('reaches the office that holds the other, which shares by a referral: read after it is accepted', async () => {
    const { here, there } = await acrossOffices()
    await ask(here, there)
    await expect(ask(here, there)).rejects.toBeInstanceOf(Conflict)
    const [request] = await house.db.asActor(poso.actor, tx => shareRequestsTo(tx, poso.officeId, there))
    expect(request).toMatchObject({ fromOfficeId: sigi.officeId, complaintId: there })
    await poso.withKeys(keys =>
      house.db.asActor(poso.actor, tx =>
        shareAsAsked(house, tx, poso.actor, keys, there, request!.id, 'given'),
      ),
    )
    const offer = await house.db.asActor(sigi.actor, tx =>
      tx
        .selectFrom('custody_offers')
        .select('id')
        .where('complaint_id', '=', there)
        .executeTakeFirstOrThrow(),
    )
    await house.db.asActor(sigi.actor, tx => acceptCase(house, tx, sigi.actor, offer.id))
    expect((await seenBy(sigi, here))[0]?.visible).toBe(true)
  })

  test('may be declined, once; and is not seen by an office that has nothing to do with it', async () => {
    const { here, there } = await acrossOffices()
    await ask(here, there)
    const palu = house.as('petugas.palu@kabupaten.example')
    expect(await house.db.asActor(palu, tx => tx.selectFrom('share_requests').selectAll().execute())).toEqual(
      [],
    )
    const [request] = await house.db.asActor(poso.actor, tx => shareRequestsTo(tx, poso.officeId, there))
    const decline = () =>
      house.db.asActor(poso.actor, tx => declineToShare(tx, poso.actor, there, request!.id))
    await decline()
    await expect(decline()).rejects.toBeInstanceOf(NotFound)
    const deeds = (await house.db.asActor(poso.actor, tx => happeningsOf(tx, there))).map(({ deed }) => deed)
    expect(deeds).toContain('share-declined')
  })
})

test('a correction of what stands in the clear has the case compared again', async () => {
  const { here } = await acrossOffices()
  await house.db.asActor(sigi.actor, tx =>
    tx.updateTable('complaints').set({ destination: 'HK' }).where('id', '=', here).execute(),
  )
  expect(await checkNewCases(house)).toBe(1)
})
