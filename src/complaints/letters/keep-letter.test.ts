import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { type Officer, officerAt } from '../../../test/officers.ts'
import { noIdentity, reportWith } from '../../../test/sample-report.ts'
import { everythingStored, waysToStand } from '../../../test/stored.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { deriveReceipt } from '../../platform/vault/index.ts'
import { readEntries } from '../../staff/index.ts'
import { caseRecord, unpacked } from '../contents.ts'
import { fileReport } from '../report/file-report.ts'
import type { LetterInput } from './form.ts'
import { keepLetter, readLetter } from './keep-letter.ts'
import type { LetterKind } from './letter.ts'
import { openForLetter } from './prefill.ts'
import { prepareLetter } from './prepare-letter.ts'
import { lettersOf } from './queries.ts'

const canary = 'kenari-biru-di-surat'
const whole = 'Siti Rahmawati Canggih'

let house: SampleHouse
let sigi: Officer
let palu: Officer
beforeAll(async () => {
  house = await openSampleHouse()
  sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
  palu = await officerAt(house, 'petugas.palu@kabupaten.example')
})
afterAll(() => house?.end())

const report = () =>
  fileReport(
    house,
    randomUUID(),
    reportWith({
      identity: {
        ...noIdentity,
        workerName: whole,
        nik: '7210015505990001',
        passport: 'C1234567',
        bornOn: '1999-05-15',
      },
    }),
  )

const referral: Record<string, string> = {
  to: 'Kepala UPTD PPA\ndi Palu',
  subject: 'S. R. C.',
  matter: `Diajak berangkat, ${canary}`,
  needs: 'Rumah aman',
  consent: 'Setuju',
  place: 'Sigi',
  day: '2026-11-24',
  signer: 'Rina Lestari',
  signerTitle: 'Petugas Penanganan',
  copies: 'Arsip',
}
const input = (given: Record<string, unknown>): LetterInput => ({
  form: randomUUID(),
  screening: null,
  ...given,
})
const write = (
  who: Officer,
  complaintId: string,
  given: Record<string, unknown> = referral,
  kind: LetterKind = 'referral',
) =>
  who.withKeys(keys =>
    house.db.asActor(who.actor, async tx => {
      const wanted = { complaintId, kind, input: input(given) }
      const letter = await prepareLetter(house, tx, who.actor, keys, wanted)
      return keepLetter(house, tx, who.actor, letter)
    }),
  )
const read = (who: Officer, complaintId: string, id: number) =>
  who.withKeys(keys => house.db.asActor(who.actor, tx => readLetter(tx, keys, complaintId, id)))
const textOf = async (pdf: string) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(pdf, 'base64'))), {
    mergePages: true,
  })
  return text.replace(/\s+/g, ' ')
}

describe('the number of a letter', () => {
  test('is the next of the office in the year, in the form that offices use', async () => {
    const { complaintId } = await report()
    const [first, second] = [await write(sigi, complaintId), await write(sigi, complaintId)]
    const [a, b] = [await read(sigi, complaintId, first), await read(sigi, complaintId, second)]
    const { year } = dayOf(house.clock(), sigi.actor.office.timeZone)
    expect(a.letter.number).toMatch(new RegExp(`^\\d{3}/RUJ/[A-Z0-9-]+/[IVX]+/${year}$`))
    expect(b.row.serial).toBe(a.row.serial + 1)
    expect(await textOf(a.letter.pdf)).toContain(a.letter.number)
  })

  test('is never shared by letters written at the same moment, nor given to one that failed', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, report))
    const letters = await Promise.allSettled([
      ...cases.map(({ complaintId }) => write(sigi, complaintId)),
      write(sigi, cases[0]!.complaintId, { ...referral, screening: 1 }, 'screening'),
    ])
    expect(letters.map(({ status }) => status)).toEqual([...Array(6).fill('fulfilled'), 'rejected'])
    const rows = await house.db.asJob(tx =>
      tx
        .selectFrom('complaint_letters')
        .select('serial')
        .where('office_id', '=', sigi.actor.officeId)
        .where('version', '=', 1)
        .orderBy('serial')
        .execute(),
    )
    expect(rows.length).toBeGreaterThanOrEqual(6)
    expect(rows.map(({ serial }) => serial)).toEqual(rows.map((_, at) => at + 1))
  })

  test('stays with a corrected letter, whose earlier version can still be read; one that was corrected meanwhile is refused', async () => {
    const { complaintId } = await report()
    const first = await write(sigi, complaintId)
    const second = await write(sigi, complaintId, { ...referral, needs: 'Pendampingan', corrects: first })
    const [a, b] = [await read(sigi, complaintId, first), await read(sigi, complaintId, second)]
    expect(b.row).toMatchObject({ serial: a.row.serial, year: a.row.year, version: 2 })
    expect(b.letter.number).toBe(`${a.letter.number} REV.2`)
    expect(await textOf(a.letter.pdf)).toContain('Rumah aman')
    await expect(write(sigi, complaintId, { ...referral, corrects: first })).rejects.toThrow(Conflict)
  })
})

describe('a letter', () => {
  test('names initials until the identity is opened with a motive, and then only if the officer wants the name in it', async () => {
    const { complaintId } = await report()
    const opened = await sigi.withKeys(keys =>
      house.db.asActor(sigi.actor, tx =>
        openForLetter(
          house,
          tx,
          sigi.actor,
          keys,
          complaintId,
          'referral',
          'UPTD PPA perlu mencari orangnya',
        ),
      ),
    )
    expect(opened).toMatchObject({ subject: 'S. R. C.', 'person-workerName': whole })
    const [discreet, full] = [
      await write(sigi, complaintId, { ...referral, ...opened }),
      await write(sigi, complaintId, { ...referral, ...opened, full: 'yes' }),
    ]
    const shown = await textOf((await read(sigi, complaintId, discreet)).letter.pdf)
    expect(shown).toContain('S. R. C.')
    for (const part of [whole, '7210015505990001', 'C1234567']) expect(shown).not.toContain(part)
    const named = await textOf((await read(sigi, complaintId, full)).letter.pdf)
    for (const part of [whole, '7210015505990001', 'C1234567']) expect(named).toContain(part)
    const openings = await house.db.asJob(async tx => [
      await tx
        .selectFrom('identity_openings')
        .select('motive')
        .where('complaint_id', '=', complaintId)
        .execute(),
      await tx
        .selectFrom('guarded_openings')
        .select('motive')
        .where('staff_id', '=', sigi.actor.staffId)
        .execute(),
    ])
    const motive = 'UPTD PPA perlu mencari orangnya'
    expect(openings).toEqual([[{ motive }], [{ motive }]])
  })

  test('is neither written nor read by an office that does not hold the case', async () => {
    const { complaintId } = await report()
    const id = await write(sigi, complaintId)
    await expect(write(palu, complaintId)).rejects.toThrow(NotFound)
    await expect(read(palu, complaintId, id)).rejects.toThrow(NotFound)
    expect(await house.db.asActor(palu.actor, tx => lettersOf(tx, complaintId))).toEqual([])
    const serials = await house.db.asActor(palu.actor, tx =>
      tx.selectFrom('letter_serials').select('office_id').execute(),
    )
    expect(serials).toEqual([])
  })

  test('cannot be written into the register in the name of a colleague, whatever the program asks', async () => {
    const { complaintId } = await report()
    const forged = house.db.asActor(sigi.actor, tx =>
      tx
        .insertInto('complaint_letters')
        .values({
          complaint_id: complaintId,
          kind: 'answer',
          office_id: sigi.actor.officeId,
          year: 2026,
          serial: 9999,
          entry_id: randomUUID(),
          made_by: palu.actor.staffId,
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })

  test('is sealed: no word of it lies in the tables, and the number of the reporter does not open it', async () => {
    const { complaintId, receipt } = await report()
    await write(sigi, complaintId)
    const stored = await everythingStored(house)
    expect(stored).toContain(complaintId)
    for (const word of [canary, 'S. R. C.', 'Rumah aman', '%PDF'])
      for (const way of waysToStand(word)) expect(stored).not.toContain(way)
    const opened = await deriveReceipt(house.secret, receipt)
    const seen = await house.db.asReporter(opened.lookup.toString('hex'), tx =>
      readEntries(tx, caseRecord(complaintId), opened),
    )
    expect(seen.map(({ kind }) => kind).toSorted()).toEqual(['identity', 'story'])
  })
})

test('an answer reaches the reporter on the own page as well, when the officer says so', async () => {
  const { complaintId, receipt } = await report()
  const answer = {
    ...referral,
    to: 'Pelapor',
    done: 'Kami sudah menemui keluarga.',
    next: 'Kami kabari Jumat.',
  }
  await write(sigi, complaintId, { ...answer, tell: 'yes' }, 'answer')
  const opened = await deriveReceipt(house.secret, receipt)
  const seen = await house.db.asReporter(opened.lookup.toString('hex'), tx =>
    readEntries(tx, caseRecord(complaintId), opened),
  )
  const message = seen.find(({ kind }) => kind === 'message')
  expect(unpacked('message', message!.text!)).toEqual({
    from: 'office',
    text: 'Kami sudah menemui keluarga.\n\nKami kabari Jumat.',
  })
})
