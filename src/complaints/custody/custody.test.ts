import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { type Officer, officerAt } from '../../../test/officers.ts'
import { reportWith } from '../../../test/sample-report.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { deriveReceipt, parseReceipt } from '../../platform/vault/index.ts'
import { readEntries, writeEntry } from '../../staff/index.ts'
import { caseRecord, packed, unpacked } from '../contents.ts'
import { complaintById } from '../queries.ts'
import { fileReport, type Report } from '../report/file-report.ts'
import { acceptCase, expireOffers, grantCase, rejectCase, revokeShare } from './answer-offer.ts'
import { offerCase, requestCase } from './make-offer.ts'

const report = reportWith()

let house: SampleHouse
let bp3mi: Person
let palu: Person
let sigi: Person
beforeAll(async () => {
  house = await openSampleHouse()
  bp3mi = await person('pelindungan@bp3mi.example')
  palu = await person('petugas.palu@kabupaten.example')
  sigi = await person('petugas.sigi@kabupaten.example')
})
afterAll(() => house?.end())

type Person = Officer & { reads(id: string): Promise<string[]> }

/** An officer, and what of a case this officer can read. */
const person = async (at: string): Promise<Person> => {
  const officer = await officerAt(house, at)
  return {
    ...officer,
    reads: id =>
      officer.withKeys(keys =>
        house.db.asActor(officer.actor, async tx =>
          (await readEntries(tx, caseRecord(id), keys)).flatMap(({ kind, text }) =>
            text && kind === 'story'
              ? [unpacked('story', text).story]
              : text
                ? [unpacked('message', text).text]
                : [],
          ),
        ),
      ),
  }
}

const file = async (change: Partial<Report> = {}) =>
  (await fileReport(house, randomUUID(), { ...report, ...change })).complaintId
const owner = (who: Person, id: string) =>
  house.db.asActor(who.actor, async tx => (await complaintById(tx, id))?.ownerOfficeId)
const handOver = (from: Person, to: Person, id: string) =>
  from.withKeys(keys =>
    house.db.asActor(from.actor, tx =>
      offerCase(house, tx, from.actor, keys, 'hand-over', {
        complaintId: id,
        officeId: to.officeId,
        reason: 'their-duty',
        consent: 'given',
      }),
    ),
  )
const accept = (who: Person, offerId: string) =>
  house.db.asActor(who.actor, tx => acceptCase(house, tx, who.actor, offerId))

describe('a report from the public', () => {
  test('is sealed, has an owner and a receipt before it is acknowledged; sent twice it is one', async () => {
    const formId = randomUUID()
    const first = await fileReport(house, formId, report)
    expect(await fileReport(house, formId, report)).toEqual({ ...first, isNew: false })
    expect(parseReceipt(first.receipt)).toMatchObject({ ok: true })
    const opened = await deriveReceipt(house.secret, first.receipt)
    const [complaint, entries] = await house.db.asReporter(opened.lookup.toString('hex'), async tx => [
      await complaintById(tx, first.complaintId),
      await readEntries(tx, caseRecord(first.complaintId), opened),
    ])
    expect(complaint).toMatchObject({
      state: 'received',
      routedBy: 'recruitment',
      ownerOfficeId: sigi.officeId,
    })
    expect(unpacked('story', entries[0]!.text!)).toMatchObject(report.story)
  })

  test('of the recruitment stage goes to the district; with danger now, to the national agency', async () => {
    expect(await owner(sigi, await file())).toBe(sigi.officeId)
    expect(await owner(bp3mi, await file({ urgency: 'danger' }))).toBe(bp3mi.officeId)
  })

  test('is found by nobody else: not by another office, not with another receipt', async () => {
    const id = await file()
    expect(await owner(palu, id)).toBeUndefined()
    expect(await palu.reads(id)).toEqual([])
    const other = await fileReport(house, randomUUID(), report)
    const opened = await deriveReceipt(house.secret, other.receipt)
    expect(
      await house.db.asReporter(opened.lookup.toString('hex'), tx => complaintById(tx, id)),
    ).toBeUndefined()
  })
})

/** Promise P2. */
describe('a hand-over', () => {
  test('shows the receiver nothing before it accepts and everything after; the giver holds it until then', async () => {
    const id = await file()
    const offerId = await handOver(sigi, palu, id)
    expect(await owner(palu, id)).toBe(sigi.officeId)
    expect(await palu.reads(id)).toEqual([])
    await accept(palu, offerId)
    expect(await owner(palu, id)).toBe(palu.officeId)
    expect(await palu.reads(id)).toEqual([report.story.story])
    await house.db.asActor(palu.actor, tx =>
      writeEntry(tx, house.secret, caseRecord(id), {
        kind: 'message',
        text: packed('message', { from: 'office', text: 'Kami yang menangani sekarang.' }),
      }),
    )
    expect(await palu.reads(id)).toEqual([report.story.story, 'Kami yang menangani sekarang.'])
    expect(await sigi.reads(id)).not.toContain('Kami yang menangani sekarang.')
  })

  test('refused by one office can be accepted by another, and the receipt works all along', async () => {
    const { complaintId: id, receipt } = await fileReport(house, randomUUID(), report)
    const opened = await deriveReceipt(house.secret, receipt)
    const status = () =>
      house.db.asReporter(opened.lookup.toString('hex'), async tx => (await complaintById(tx, id))?.owner)
    const first = await handOver(sigi, palu, id)
    await house.db.asActor(palu.actor, tx => rejectCase(tx, palu.actor, first, 'not-our-area'))
    expect(await status()).toMatch(/Sigi/)
    await accept(bp3mi, await handOver(sigi, bp3mi, id))
    expect(await status()).toMatch(/BP3MI/)
    expect(await palu.reads(id)).toEqual([])
  })

  test('of two who accept at once one has it, and the other reads a conflict', async () => {
    const id = await file()
    const offerId = await handOver(sigi, palu, id)
    const results = await Promise.allSettled([accept(palu, offerId), accept(palu, offerId)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(Conflict),
    })
  })

  test('is made once: a second offer while the first is open is refused in words', async () => {
    const id = await file()
    await handOver(sigi, palu, id)
    await expect(handOver(sigi, bp3mi, id)).rejects.toThrow(Conflict)
    await expect(handOver(palu, bp3mi, id)).rejects.toThrow(NotFound)
  })

  test('that nobody answers returns by itself, and the receiver cannot accept it any more', async () => {
    const id = await file()
    const offerId = await handOver(sigi, palu, id)
    const late = new Date(Date.now() + 30 * 86_400_000)
    await house.db.asJob(tx => expireOffers(tx, late))
    await expect(accept(palu, offerId)).rejects.toThrow(Conflict)
    expect(await owner(sigi, id)).toBe(sigi.officeId)
    expect(await palu.reads(id)).toEqual([])
  })

  test('cannot be forced by SQL: the database moves a case only when the other office has accepted', async () => {
    const id = await file()
    await expect(
      house.db.asActor(sigi.actor, tx =>
        tx.updateTable('complaints').set({ owner_office_id: palu.officeId }).where('id', '=', id).execute(),
      ),
    ).rejects.toThrow(/changes hands only/)
  })
})

describe('a referral', () => {
  const refer = (id: string) =>
    sigi.withKeys(keys =>
      house.db.asActor(sigi.actor, tx =>
        offerCase(house, tx, sigi.actor, keys, 'referral', {
          complaintId: id,
          officeId: bp3mi.officeId,
          reason: 'needs-their-help',
          consent: 'given',
        }),
      ),
    )

  test('shares the reading, not the holding; revoked, what comes later is out of reach', async () => {
    const id = await file()
    await accept(bp3mi, await refer(id))
    expect(await owner(bp3mi, id)).toBe(sigi.officeId)
    expect(await bp3mi.reads(id)).toEqual([report.story.story])
    await house.db.asActor(sigi.actor, tx => revokeShare(tx, sigi.actor, id, bp3mi.officeId))
    expect(await owner(bp3mi, id)).toBeUndefined()
    expect(await bp3mi.reads(id)).toEqual([])
  })

  test('that a former holder left open ends with the hand-over: nobody reads on the word of an office that has gone', async () => {
    const id = await file()
    const left = await refer(id)
    await accept(palu, await handOver(sigi, palu, id))
    await expect(accept(bp3mi, left)).rejects.toThrow(Conflict)
    expect(await bp3mi.reads(id)).toEqual([])
  })

  test('lets the other office ask for the case, and the holder give it', async () => {
    const id = await file()
    await accept(bp3mi, await refer(id))
    const asked = await house.db.asActor(bp3mi.actor, tx =>
      requestCase(house, tx, bp3mi.actor, { complaintId: id, reason: 'same-matter', consent: 'given' }),
    )
    await sigi.withKeys(keys =>
      house.db.asActor(sigi.actor, tx => grantCase(house, tx, sigi.actor, keys, asked)),
    )
    expect(await owner(bp3mi, id)).toBe(bp3mi.officeId)
    expect(await bp3mi.reads(id)).toEqual([report.story.story])
  })

  test('asked for by the office it was offered to, and granted, can be read there', async () => {
    const id = await file()
    await handOver(sigi, palu, id)
    const asked = await house.db.asActor(palu.actor, tx =>
      requestCase(house, tx, palu.actor, { complaintId: id, reason: 'same-matter', consent: 'given' }),
    )
    await sigi.withKeys(keys =>
      house.db.asActor(sigi.actor, tx => grantCase(house, tx, sigi.actor, keys, asked)),
    )
    expect(await owner(palu, id)).toBe(palu.officeId)
    expect(await palu.reads(id)).toEqual([report.story.story])
  })
})
