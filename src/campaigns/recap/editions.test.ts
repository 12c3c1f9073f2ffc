import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { at } from '../../platform/clock/clock.ts'
import type { Letter } from '../../platform/mail/mail.ts'
import { attachProof, moveDuty } from '../duties/move-duty.ts'
import { approvedVersions } from '../materials/list-queries.ts'
import { coverageOf } from '../plan/coverage-of.ts'
import { startCampaign } from '../plan/start-campaign.ts'
import { dutiesIn } from '../schedule/queries.ts'
import { mailEditions } from './mail-editions.ts'
import { makeDueEditions } from './make-due-editions.ts'
import { makeEdition } from './make-edition.ts'
import type { Period } from './period.ts'
import { editionById, editionsOf } from './queries.ts'
import { fingerprint, type Recap } from './recap.ts'
import { keepSending, leadersFor, lettersOf } from './sending-queries.ts'

let house: SampleHouse
let id: number
let sent: Letter[] = []
const owner = () => house.as('humas@bp3mi.example')
const sigi = () => house.as('sigi@kabupaten.example')
const leader = () => house.as('pimpinan.sigi@kabupaten.example')

/** Three weeks, due on the Wednesdays 2, 9 and 16 December 2026, of Sigi and Poso. */
beforeAll(async () => {
  house = await openSampleHouse()
  id = await house.db.asActor(owner(), async tx => {
    const [version] = await approvedVersions(tx, owner().officeId)
    return startCampaign(tx, owner(), {
      title: 'Rekap',
      purpose: 'Tiga pekan, dua kantor.',
      startsOn: Temporal.PlainDate.from('2026-11-23'),
      endsOn: Temporal.PlainDate.from('2026-12-20'),
      dueOn: Temporal.PlainDate.from('2026-12-02'),
      weeklyUntil: Temporal.PlainDate.from('2026-12-16'),
      coOwners: [house.as('sekretaris@disnakertrans.example').officeId],
      versions: [version!.id],
      offices: [sigi().officeId, house.as('poso@kabupaten.example').officeId],
      channels: ['whatsapp', 'print'],
    })
  })
  const [first, second] = await house.db.asJob(tx =>
    dutiesIn(tx, { campaignId: id, view: 'all', round: 1, officeId: sigi().officeId }, new Date(), 9),
  )
  const photo = await house.files.put(
    await sharp({ create: { width: 600, height: 800, channels: 3, background: '#0a5a62' } })
      .jpeg()
      .toBuffer(),
  )
  for (const [duty, proof] of [
    [first!, { fileKey: photo }],
    [second!, { url: 'https://www.facebook.com/contoh/posts/1' }],
  ] as const) {
    await house.db.asActor(sigi(), tx => attachProof(tx, sigi(), duty.id, proof))
    await house.db.asActor(owner(), tx => moveDuty(tx, owner(), duty.id, 'accept'))
  }
})
afterAll(() => house?.end())

const on = (day: string, time = '09:00') => ({
  ...house,
  clock: () => at(Temporal.PlainDate.from(day), time),
  mail: {
    send: async (letter: Letter) => {
      sent.push(letter)
      return { file: undefined }
    },
  },
})
const make = (period: Period, errandId = randomUUID(), day = '2026-12-04') =>
  house.db
    .asJob(tx =>
      tx
        .insertInto('errands')
        .values({
          id: errandId,
          kind: 'recap',
          campaign_id: id,
          office_id: owner().officeId,
          asked_by: owner().staffId,
        })
        .onConflict(oc => oc.doNothing())
        .execute(),
    )
    .then(() =>
      makeEdition(on(day), {
        campaignId: id,
        period,
        officeId: owner().officeId,
        askedBy: owner().staffId,
        errandId,
      }),
    )
const contentOf = async (edition: number) =>
  JSON.parse((await house.db.asActor(owner(), tx => editionById(tx, edition)))!.content) as Recap
const sending = (periods: Period[], readers: string[]) =>
  house.db.asActor(owner(), tx => keepSending(tx, id, { periods, readers }))

describe('an edition', () => {
  test('says what the screen says, of the days it is about', async () => {
    const whole = await contentOf((await make('whole')).id)
    const coverage = await house.db.asActor(owner(), tx => coverageOf(tx, id, on('2026-12-04').clock()))
    expect(whole).toMatchObject({
      accepted: 2,
      duties: 12,
      visits: coverage.visits,
      silent: coverage.silent.length,
    })
    const week = await contentOf((await make('week')).id)
    expect(week).toMatchObject({ accepted: 2, duties: 4, span: '30 Nov 2026 – 6 Des 2026' })
    expect(week.offices.find(({ name }) => name.includes('Sigi'))!.proofs).toHaveLength(2)
  })

  test('never changes: neither who makes it nor the house itself can alter or take it away', async () => {
    const { id: made, hash } = await make('week')
    for (const change of [{ content: '{}', hash: fingerprint('{}') }, { number: 99 }])
      await expect(
        house.db.asJob(tx => tx.updateTable('recap_editions').set(change).where('id', '=', made).execute()),
      ).rejects.toThrow('never changes')
    await expect(
      house.db.asActor(owner(), tx => tx.deleteFrom('recap_editions').where('id', '=', made).execute()),
    ).rejects.toThrow('permission denied')
    const kept = (await house.db.asActor(owner(), tx => editionById(tx, made)))!
    expect(kept.hash).toBe(hash)
    expect(fingerprint(kept.content)).toBe(hash)
  })

  test('made by an errand that is taken up again is the same one; two at once get two numbers', async () => {
    const errand = randomUUID()
    const first = await make('month', errand)
    expect((await make('month', errand)).id).toBe(first.id)
    await Promise.all([make('month'), make('month')])
    const numbers = (await house.db.asActor(owner(), tx => editionsOf(tx, id))).map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index))
  })

  test('is for the owners, those above them, and whoever it is sent to', async () => {
    await sending([], [leader().staffId])
    const { id: made } = await make('week')
    const sees = (email: string) =>
      house.db.asActor(house.as(email), async tx => (await editionById(tx, made)) !== undefined)
    expect(await sees('pimpinan@bp3mi.example')).toBe(true)
    expect(await sees('sekretaris@disnakertrans.example')).toBe(true)
    expect(await sees('pimpinan.sigi@kabupaten.example')).toBe(true)
    expect(await sees('sigi@kabupaten.example')).toBe(false)
    expect(await sees('poso@kabupaten.example')).toBe(false)
  })
})

describe('by the calendar', () => {
  const made = async () =>
    (await house.db.asActor(owner(), tx => editionsOf(tx, id)))
      .filter(({ madeBy }) => madeBy === null)
      .map(({ period, startsOn }) => `${period} ${startsOn}`)
      .toSorted()

  test('each once when its time is over, in office hours, however many processes look at once', async () => {
    await sending(['week', 'month', 'whole'], [])
    await makeDueEditions(on('2026-12-05'))
    await makeDueEditions(on('2026-12-07', '07:00'))
    expect(await made()).toEqual([])
    await Promise.all(Array.from({ length: 3 }, () => makeDueEditions(on('2026-12-07'))))
    expect(await made()).toEqual(['week 2026-11-30'])
    for (const day of ['2026-12-14', '2026-12-21', '2027-01-04'])
      for (let time = 0; time < 2; time++) await makeDueEditions(on(day))
    expect(await made()).toEqual([
      'month 2026-12-01',
      'week 2026-11-30',
      'week 2026-12-07',
      'week 2026-12-14',
      'whole 2026-11-23',
    ])
  })

  test('goes to leaders of its own campaign only', async () => {
    const known = (await house.db.asActor(owner(), tx => leadersFor(tx, id))).map(one => one.id)
    expect(known).toContain(leader().staffId)
    expect(known).not.toContain(sigi().staffId)
    expect(await house.db.asActor(sigi(), tx => leadersFor(tx, id))).toEqual([])
    await expect(sending([], [sigi().staffId])).rejects.toThrow('row-level security')
  })
})

test('a letter to each reader, once, with the paper and three figures; a broken line is tried again with the same letter', async () => {
  await sending([], [leader().staffId, house.as('pimpinan@bp3mi.example').staffId])
  await house.db.asJob(tx => tx.updateTable('recap_letters').set({ mailed_at: new Date() }).execute())
  const { id: edition } = await make('whole')
  const tried: (string | undefined)[] = []
  const broken = {
    send: (letter: Letter) => {
      tried.push(letter.id)
      return Promise.reject(Object.assign(new Error('no line'), { code: 'ESOCKET' }))
    },
  }
  await mailEditions({ ...on('2026-12-04'), mail: broken })
  sent = []
  for (let time = 0; time < 2; time++) await mailEditions(on('2026-12-04'))
  expect(sent.map(({ to }) => to).toSorted()).toEqual([
    'pimpinan.sigi@kabupaten.example',
    'pimpinan@bp3mi.example',
  ])
  expect(sent.map(letter => letter.id)).toContain(tried[0])
  expect(sent[0]!.text).toContain('- 2/12 tugas diterima')
  expect(sent[0]!.text).toContain(`/rekap/${edition}`)
  expect(Buffer.from(sent[0]!.attachments![0]!.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(await house.db.asActor(owner(), tx => lettersOf(tx, edition))).toEqual({ all: 2, sent: 2 })
})
