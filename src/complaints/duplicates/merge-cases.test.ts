import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { type Officer, officerAt } from '../../../test/officers.ts'
import { noIdentity, reportWith } from '../../../test/sample-report.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { deriveReceipt } from '../../platform/vault/index.ts'
import { readEntries } from '../../staff/index.ts'
import { caseRecord, unpacked } from '../contents.ts'
import { acceptCase } from '../custody/answer-offer.ts'
import { offerCase } from '../custody/make-offer.ts'
import { moveComplaint } from '../move-complaint.ts'
import { complaintById, happeningsOf } from '../queries.ts'
import { fileReport } from '../report/file-report.ts'
import { openReport, withReceipt } from '../report/open-report.ts'
import { replyAsReporter } from '../report/reply.ts'
import { checkNewCases } from './check-cases.ts'
import { judgePair } from './judge-pair.ts'
import { mergeCases, unmergeCase } from './merge-cases.ts'
import { resembling } from './pair-queries.ts'

let house: SampleHouse
let sigi: Officer
let poso: Officer
beforeAll(async () => {
  house = await openSampleHouse()
  sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
  poso = await officerAt(house, 'petugas.poso@kabupaten.example')
})
afterAll(() => house?.end())

const report = (nik: string, story: string) =>
  reportWith({ story: { story, place: '' }, identity: { ...noIdentity, workerName: 'Moh. Rizky', nik } })

/** One worker, told by a mother and by a neighbour. */
const twoReports = async () => {
  const nik = `7210${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`
  const mother = await fileReport(house, randomUUID(), report(nik, 'Anak saya akan berangkat, rahasia ibu.'))
  const neighbour = await fileReport(house, randomUUID(), report(nik, 'Tetangga saya akan dibawa pergi.'))
  await checkNewCases(house)
  return { mother, neighbour }
}
const merge = (id: string, into: string, who = sigi) =>
  house.db.asActor(who.actor, tx => mergeCases(tx, who.actor, id, into))
const undo = (id: string, who = sigi) =>
  house.db.asActor(who.actor, tx => unmergeCase(house, tx, who.actor, id, 'Ternyata dua orang yang berbeda.'))
const stateOf = async (id: string) => (await house.db.asJob(tx => complaintById(tx, id)))?.state
const deedsOf = async (id: string) =>
  (await house.db.asJob(tx => happeningsOf(tx, id))).map(({ deed }) => deed)
const clocksOf = (id: string) =>
  house.db.asJob(tx =>
    tx
      .selectFrom('complaint_clocks')
      .select(['clock', 'stopped_at as stopped'])
      .where('complaint_id', '=', id)
      .execute(),
  )
const reply = (receipt: string, text: string) =>
  deriveReceipt(house.secret, receipt).then(bearer =>
    withReceipt(house, bearer, (tx, { complaintId }) =>
      replyAsReporter(tx, house, complaintId, { entryId: randomUUID(), text }),
    ),
  )
const opened = async (receipt: string) => openReport(house, await deriveReceipt(house.secret, receipt))
const readBy = (who: Officer, id: string) =>
  who.withKeys(keys =>
    house.db.asActor(who.actor, async tx =>
      (await readEntries(tx, caseRecord(id), keys)).flatMap(({ kind, text }) =>
        text && kind === 'message' ? [unpacked('message', text).text] : [],
      ),
    ),
  )

describe('a merged report', () => {
  test('keeps its receipt, which tells how the other case stands and not a word of the other reporter', async () => {
    const { mother, neighbour } = await twoReports()
    await merge(neighbour.complaintId, mother.complaintId)
    await house.db.asActor(sigi.actor, tx =>
      moveComplaint(tx, { by: 'officer', ...sigi.actor }, mother.complaintId, 'accept'),
    )
    const shown = (await opened(neighbour.receipt))!
    expect(shown.complaint.state).toBe('merged')
    expect(shown.surviving).toMatchObject({ state: 'accepted', owner: expect.stringMatching(/Sigi/) })
    expect(JSON.stringify(shown.entries.map(({ text }) => text?.toString()))).not.toContain('rahasia ibu')
    const receipt = await deriveReceipt(house.secret, neighbour.receipt)
    await house.db.asReporter(receipt.lookup.toString('hex'), async tx => {
      expect(await complaintById(tx, mother.complaintId)).toBeUndefined()
      expect(await happeningsOf(tx, mother.complaintId)).toEqual([])
    })
    expect((await opened(mother.receipt))?.surviving).toBeUndefined()
    expect((await opened(mother.receipt))?.complaint.state).toBe('accepted')
  })

  test('can be replied to; whoever handles the other case reads it, and its history says so', async () => {
    const { mother, neighbour } = await twoReports()
    await merge(neighbour.complaintId, mother.complaintId)
    await reply(neighbour.receipt, 'Saya melihat mobil travel tadi malam.')
    expect(await readBy(sigi, neighbour.complaintId)).toEqual(['Saya melihat mobil travel tadi malam.'])
    expect(await deedsOf(mother.complaintId)).toContain('merged-wrote')
  })

  test('goes where the other case goes, in one acceptance, and comes back as its own there', async () => {
    const { mother, neighbour } = await twoReports()
    await merge(neighbour.complaintId, mother.complaintId)
    const offer = await sigi.withKeys(keys =>
      house.db.asActor(sigi.actor, tx =>
        offerCase(house, tx, sigi.actor, keys, 'hand-over', {
          complaintId: mother.complaintId,
          officeId: poso.officeId,
          reason: 'their-duty',
          consent: 'given',
        }),
      ),
    )
    await house.db.asActor(poso.actor, tx => acceptCase(house, tx, poso.actor, offer))
    await reply(neighbour.receipt, 'Apakah sudah ada kabar?')
    expect(await readBy(poso, neighbour.complaintId)).toEqual(['Apakah sudah ada kabar?'])
    expect((await opened(neighbour.receipt))?.surviving?.owner).toMatch(/Poso/)
    await expect(undo(neighbour.complaintId)).rejects.toBeInstanceOf(NotFound)
    await undo(neighbour.complaintId, poso)
    expect(await stateOf(neighbour.complaintId)).toBe('accepted')
  })

  test('stops its clocks; taken out again it has them, and both histories say what was done', async () => {
    const { mother, neighbour } = await twoReports()
    await merge(neighbour.complaintId, mother.complaintId)
    expect((await clocksOf(neighbour.complaintId)).filter(({ stopped }) => !stopped)).toEqual([])
    await undo(neighbour.complaintId)
    expect((await clocksOf(neighbour.complaintId)).filter(({ stopped }) => !stopped).length).toBeGreaterThan(
      0,
    )
    expect(await deedsOf(mother.complaintId)).toEqual(expect.arrayContaining(['merged-in', 'merged-out']))
    expect(await deedsOf(neighbour.complaintId)).toEqual(expect.arrayContaining(['merge', 'unmerge']))
    const shown = (await opened(neighbour.receipt))!
    expect(shown.surviving).toBeUndefined()
    expect(shown.complaint.state).toBe('accepted')
  })
})

describe('merging', () => {
  test('of two officers from both sides at once leaves one of the two standing', async () => {
    const { mother, neighbour } = await twoReports()
    const outcomes = await Promise.allSettled([
      merge(neighbour.complaintId, mother.complaintId),
      merge(mother.complaintId, neighbour.complaintId),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect([await stateOf(mother.complaintId), await stateOf(neighbour.complaintId)].toSorted()).toEqual([
      'merged',
      'received',
    ])
  })

  test('says that they are one matter; where somebody said they are not, that comes first', async () => {
    const { mother, neighbour } = await twoReports()
    const pair = [neighbour.complaintId, mother.complaintId] as const
    await house.db.asActor(sigi.actor, tx => judgePair(tx, sigi.actor, ...pair, 'not-duplicate', null))
    await expect(merge(...pair)).rejects.toBeInstanceOf(Conflict)
    await house.db.asActor(sigi.actor, tx => judgePair(tx, sigi.actor, ...pair, 'duplicate', 'not-duplicate'))
    await merge(...pair)
    const [found] = await house.db.asActor(sigi.actor, tx => resembling(tx, mother.complaintId))
    expect(found).toMatchObject({ verdict: 'duplicate', mergedInto: mother.complaintId })
  })

  test("is refused for another office's case, and by the database whatever the program asks", async () => {
    const { mother, neighbour } = await twoReports()
    await expect(merge(neighbour.complaintId, mother.complaintId, poso)).rejects.toBeInstanceOf(NotFound)
    const { complaintId: foreign } = await fileReport(house, randomUUID(), {
      ...report('', 'Di Poso'),
      originCode: '72.02',
    })
    const forced = house.db.asActor(sigi.actor, tx =>
      tx
        .updateTable('complaints')
        .set({ state: 'merged', merged_into: foreign })
        .where('id', '=', mother.complaintId)
        .execute(),
    )
    await expect(forced).rejects.toThrow(/merges only into an open case/)
  })
})
