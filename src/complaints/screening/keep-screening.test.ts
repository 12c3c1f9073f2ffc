import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { type Officer, officerAt } from '../../../test/officers.ts'
import { reportWith } from '../../../test/sample-report.ts'
import { everythingStored, waysToStand } from '../../../test/stored.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { deriveReceipt } from '../../platform/vault/index.ts'
import { readEntries } from '../../staff/index.ts'
import { caseRecord } from '../contents.ts'
import { happeningsOf } from '../queries.ts'
import { fileReport } from '../report/file-report.ts'
import { beginScreening, saveCertainty, saveStep, signScreening } from './keep-screening.ts'
import { screeningById } from './queries.ts'
import { readScreening } from './read-screening.ts'
import { hashOf, type Item } from './sheet.ts'

const canary = 'kenari-hijau-di-lembar-asesmen'
const item: Item = {
  ticked: true,
  said: `Ibu korban, ${canary}`,
  when: '20 November 2026',
  evidence: 'Pesan WhatsApp',
  otherwise: 'Salah paham soal upah',
}

let house: SampleHouse
let sigi: Officer
let colleague: Officer
let palu: Officer
beforeAll(async () => {
  house = await openSampleHouse()
  sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
  colleague = await officerAt(house, 'petugas.sigi@kabupaten.example')
  palu = await officerAt(house, 'petugas.palu@kabupaten.example')
})
afterAll(() => house?.end())

const report = () => fileReport(house, randomUUID(), reportWith())
const begin = (who: Officer, complaintId: string, age: 'adult' | 'child' | 'unsure' = 'adult') =>
  house.db.asActor(who.actor, tx => beginScreening(house, tx, who.actor, complaintId, age))
const read = (who: Officer, complaintId: string, id: number) =>
  who.withKeys(keys => house.db.asActor(who.actor, tx => readScreening(tx, keys, complaintId, id)))
const save = (
  who: Officer,
  complaintId: string,
  id: number,
  version: number,
  answers: Record<string, Item>,
  step = 'd1-1',
) =>
  who.withKeys(keys =>
    house.db.asActor(who.actor, tx =>
      saveStep(house, tx, who.actor, keys, { complaintId, id, version, step, answers, skipped: false }),
    ),
  )
const certain = (who: Officer, complaintId: string, id: number, version: number) =>
  who.withKeys(keys =>
    house.db.asActor(who.actor, tx =>
      saveCertainty(house, tx, who.actor, keys, {
        complaintId,
        id,
        version,
        certainty: 'medium',
        note: 'Cerita ibu konsisten',
      }),
    ),
  )
const sign = (who: Officer, complaintId: string, id: number, version: number) =>
  who.withKeys(keys =>
    house.db.asActor(who.actor, tx =>
      signScreening(house, tx, who.actor, keys, { complaintId, id, version }),
    ),
  )

describe('a draft', () => {
  test('keeps what was typed, version by version; who may be a child is weighed as one', async () => {
    const { complaintId } = await report()
    const id = await begin(sigi, complaintId, 'unsure')
    await save(sigi, complaintId, id, 1, { 'd1-job': item })
    const { sheet, row, at } = await read(sigi, complaintId, id)
    expect(sheet).toMatchObject({
      who: 'child',
      unsure: true,
      items: { 'd1-job': item },
      steps: { 'd1-1': 'done' },
    })
    expect(row).toMatchObject({ version: 2, child: true, signedAt: null })
    expect(at(1)?.items).toEqual({})
  })

  test('of two who write the same answers from the same version, the second sees both; other pages do not clash', async () => {
    const { complaintId } = await report()
    const id = await begin(sigi, complaintId)
    await save(sigi, complaintId, id, 1, { 'd1-job': item })
    const mine = { ...item, said: 'Tetangga' }
    const outcome = await save(colleague, complaintId, id, 1, { 'd1-job': mine })
    expect(outcome).toMatchObject({ ok: false, version: 2, stored: { items: { 'd1-job': item } } })
    expect(await save(colleague, complaintId, id, 1, { 'd2-debt': mine }, 'd2-1')).toEqual({ ok: true })
    expect(await save(colleague, complaintId, id, 2, { 'd1-job': mine })).toEqual({ ok: true })
    expect((await read(sigi, complaintId, id)).sheet.items).toEqual({ 'd1-job': mine, 'd2-debt': mine })
  })

  test('saved twice at the same moment by two, both are kept', async () => {
    const { complaintId } = await report()
    const id = await begin(sigi, complaintId)
    await Promise.all([
      save(sigi, complaintId, id, 1, { 'd1-job': item }),
      save(colleague, complaintId, id, 1, { 'd4-hours': item }, 'd4-1'),
    ])
    const { sheet } = await read(sigi, complaintId, id)
    expect(Object.keys(sheet.items).toSorted()).toEqual(['d1-job', 'd4-hours'])
  })
})

describe('a signature', () => {
  test('needs a source for every indicator and the own certainty, then stands for good', async () => {
    const { complaintId } = await report()
    const id = await begin(sigi, complaintId)
    await save(sigi, complaintId, id, 1, { 'd1-job': { ...item, evidence: '' } })
    await expect(sign(sigi, complaintId, id, 2)).rejects.toThrow(new Conflict('screening.source-missing'))
    await save(sigi, complaintId, id, 2, { 'd1-job': item })
    await expect(sign(sigi, complaintId, id, 3)).rejects.toThrow(new Conflict('screening.certainty-missing'))
    await certain(sigi, complaintId, id, 3)
    await expect(sign(sigi, complaintId, id, 3)).rejects.toThrow(new Conflict('screening.changed-meanwhile'))
    await sign(sigi, complaintId, id, 4)

    const { sheet, row } = await read(colleague, complaintId, id)
    expect(row).toMatchObject({ version: 5, signedBy: sigi.actor.name })
    expect(sheet.signature).toMatchObject({
      name: sigi.actor.name,
      office: sigi.actor.office.name,
      guidance: row.guidance,
      hash: hashOf(id, row.guidance, sheet),
    })
    const changed = { ...sheet, note: `${sheet.note}!` }
    expect(hashOf(id, row.guidance, changed)).not.toBe(sheet.signature!.hash)
    await expect(save(sigi, complaintId, id, 5, { 'd1-job': item })).rejects.toThrow(
      new Conflict('screening.signed-already'),
    )
    await expect(certain(sigi, complaintId, id, 5)).rejects.toThrow(Conflict)
  })

  test('is told in the history by codes only; afterwards a new one may be begun', async () => {
    const { complaintId } = await report()
    const id = await begin(sigi, complaintId)
    await save(sigi, complaintId, id, 1, { 'd1-job': item, 'd1-wages': item })
    await certain(sigi, complaintId, id, 2)
    await sign(sigi, complaintId, id, 3)
    const events = await house.db.asActor(sigi.actor, tx => happeningsOf(tx, complaintId))
    expect(events.find(({ deed }) => deed === 'screening-signed')?.detail).toEqual({
      screening: id,
      indicated: true,
    })
    expect(await begin(colleague, complaintId)).toBeGreaterThan(id)
  })

  test('cannot be taken back or given in the name of another, whatever the program asks', async () => {
    const { complaintId } = await report()
    const id = await begin(sigi, complaintId)
    const forged = house.db.asActor(sigi.actor, tx =>
      tx
        .updateTable('complaint_screenings')
        .set({ signed_by: colleague.actor.staffId, signed_at: new Date() })
        .where('id', '=', id)
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
    await certain(sigi, complaintId, id, 1)
    await sign(sigi, complaintId, id, 2)
    const undone = await house.db.asActor(sigi.actor, tx =>
      tx
        .updateTable('complaint_screenings')
        .set({ signed_by: null, signed_at: null })
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    expect(undone.numUpdatedRows).toBe(0n)
  })
})

describe('a screening', () => {
  test('is neither seen nor begun by another office, and the number of the reporter does not open it', async () => {
    const { complaintId, receipt } = await report()
    const id = await begin(sigi, complaintId)
    await save(sigi, complaintId, id, 1, { 'd1-job': item })
    await expect(begin(palu, complaintId)).rejects.toThrow(NotFound)
    await expect(read(palu, complaintId, id)).rejects.toThrow(NotFound)
    expect(await house.db.asActor(palu.actor, tx => screeningById(tx, complaintId, id))).toBeUndefined()
    const opened = await deriveReceipt(house.secret, receipt)
    const entries = await house.db.asReporter(opened.lookup.toString('hex'), tx =>
      readEntries(tx, caseRecord(complaintId), opened),
    )
    expect(entries.map(({ kind }) => kind)).toEqual(['story'])
  })

  test('leaves no word of a person in the tables', async () => {
    const { complaintId } = await report()
    const id = await begin(sigi, complaintId)
    await save(sigi, complaintId, id, 1, { 'd1-job': item })
    const stored = await everythingStored(house)
    expect(stored).toContain(complaintId)
    for (const word of [canary, 'Pesan WhatsApp', 'Salah paham soal upah'])
      for (const way of waysToStand(word)) expect(stored).not.toContain(way)
  })
})
