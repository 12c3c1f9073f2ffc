import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { linksOfDuties } from '../../links/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { moveDuty } from '../duties/move-duty.ts'
import { approvedVersions } from '../materials/list-queries.ts'
import { coverageOf } from '../plan/coverage-of.ts'
import { startCampaign } from '../plan/start-campaign.ts'
import { addOffices } from './add-office.ts'
import { answerRequests, askOwner } from './ask-owner.ts'
import { ChangedMeanwhile, type Direction, directDuties } from './direct-duties.ts'
import { dutiesIn, type ListedDuty } from './queries.ts'
import { openRequests, requestsOf } from './request-queries.ts'
import type { SeenDuty } from './seen.ts'

let house: SampleHouse
let id: number
const owner = () => house.as('humas@bp3mi.example')
const sigi = () => house.as('sigi@kabupaten.example')
const poso = () => house.as('poso@kabupaten.example')
const today = dayOf(Temporal.Now.instant())

beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())
/** Two offices, two channels, three weeks: twelve duties. */
beforeEach(async () => {
  id = await house.db.asActor(owner(), async tx => {
    const [version] = await approvedVersions(tx, owner().officeId)
    return startCampaign(tx, owner(), {
      title: 'Setiap pekan',
      purpose: 'Tayang setiap pekan.',
      startsOn: today,
      endsOn: today.add({ days: 40 }),
      dueOn: today.add({ days: 2 }),
      weeklyUntil: today.add({ days: 20 }),
      coOwners: [],
      versions: [version!.id],
      offices: [sigi().officeId, poso().officeId],
      channels: ['whatsapp', 'radio'],
    })
  })
})

const all = (officeId?: number) =>
  house.db.asActor(owner(), tx => dutiesIn(tx, { campaignId: id, officeId, view: 'all' }, new Date(), 100))
const seen = (duties: ListedDuty[]): SeenDuty[] =>
  duties.map(({ id, dueAt, state }) => ({
    id,
    dueSeconds: Math.floor(dueAt.getTime() / 1000),
    excused: state === 'excused',
  }))
const direct = (duties: SeenDuty[], direction: Direction, actor = owner()) =>
  house.db.asActor(actor, tx => directDuties(tx, actor, id, duties, direction))
const historyOf = (dutyId: number) =>
  house.db.asJob(tx =>
    tx
      .selectFrom('duty_events')
      .select(['move', 'note'])
      .where('duty_id', '=', dutyId)
      .orderBy('id')
      .execute(),
  )
const later = today.add({ days: 9 })

test('every week has duties of its own, each with its own link', async () => {
  const duties = await all()
  expect(duties.map(({ round }) => round)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
  expect([...new Set(duties.map(({ dueAt }) => String(dayOf(dueAt))))]).toEqual(
    [2, 9, 16].map(days => String(today.add({ days }))),
  )
  const links = await house.db.asJob(tx =>
    linksOfDuties(
      tx,
      duties.map(duty => duty.id),
    ),
  )
  expect(new Set(links.map(({ code }) => code)).size).toBe(12)
})

describe('the owner directs many at once', () => {
  test('with one reason, which stands in the history of each', async () => {
    const duties = (await all(sigi().officeId)).slice(0, 2)
    await direct(seen(duties), { deed: 'postpone', dueOn: later, reason: 'Gempa' })
    const moved = (await all(sigi().officeId)).filter(duty => duties.some(one => one.id === duty.id))
    expect(moved.map(({ dueAt }) => String(dayOf(dueAt)))).toEqual([String(later), String(later)])
    for (const duty of moved)
      expect(await historyOf(duty.id)).toEqual([
        { move: 'postpone', note: `${today.add({ days: 2 })} → ${later}: Gempa` },
      ])
  })

  test('all or none: one that is done already keeps the others as they were', async () => {
    const duties = await all(sigi().officeId)
    await house.db.asActor(sigi(), tx => moveDuty(tx, sigi(), duties[0]!.id, 'declare'))
    await expect(direct(seen(duties), { deed: 'excuse', reason: 'Tidak ada radio' })).rejects.toThrow(
      Conflict,
    )
    expect(
      (await all(sigi().officeId)).map(({ state }) => state).filter(state => state === 'excused'),
    ).toEqual([])
  })

  test('two from the same page: the second is told what the first decided, and nothing of hers is lost on the way', async () => {
    const duties = seen((await all(sigi().officeId)).slice(0, 2))
    await direct([duties[0]!], { deed: 'postpone', dueOn: later, reason: 'Gempa' })
    const second = direct(duties, { deed: 'excuse', reason: 'Tidak ada radio' })
    await expect(second).rejects.toThrow(ChangedMeanwhile)
    await second.catch((error: ChangedMeanwhile) =>
      expect(error.duties.map(duty => [duty.id, String(dayOf(duty.dueAt))])).toEqual([
        [duties[0]!.id, String(later)],
      ]),
    )
    expect((await all()).filter(({ state }) => state === 'excused')).toEqual([])
  })

  test('both at the same moment: one succeeds, the other hears of it', async () => {
    const duties = seen((await all(sigi().officeId)).slice(0, 2))
    const both = await Promise.allSettled([
      direct(duties, { deed: 'postpone', dueOn: later, reason: 'Gempa' }),
      direct(duties.toReversed(), { deed: 'postpone', dueOn: later.add({ days: 1 }), reason: 'Banjir' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((both.find(one => one.status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(
      ChangedMeanwhile,
    )
  })

  test('an excused duty counts apart, never as silent, and can be assigned again', async () => {
    const duties = await all(sigi().officeId)
    await direct(seen(duties), { deed: 'excuse', reason: 'Kantor terendam' })
    const muchLater = house.clock().add({ hours: 24 * 60 })
    const coverage = await house.db.asActor(owner(), tx => coverageOf(tx, id, muchLater))
    expect(coverage.excused).toBe(6)
    expect(coverage.silent.map(({ office }) => office)).toEqual(['Poso'])
    await direct(seen([{ ...duties[0]!, state: 'excused' }]), { deed: 'resume', reason: 'Kering lagi' })
    expect((await all(sigi().officeId)).filter(({ state }) => state === 'assigned')).toHaveLength(1)
  })

  test('the office itself moves no due day and excuses nothing, in the database neither', async () => {
    const [duty] = await all(sigi().officeId)
    await expect(direct(seen([duty!]), { deed: 'excuse', reason: 'Tidak mau' }, sigi())).rejects.toThrow(
      NotFound,
    )
    for (const change of [{ due_at: new Date('2030-01-01') }, { state: 'excused' }])
      await expect(
        house.db.asActor(sigi(), tx =>
          tx.updateTable('duties').set(change).where('id', '=', duty!.id).execute(),
        ),
      ).rejects.toThrow('only an owner of the campaign')
  })

  test('a duty of another campaign cannot be slipped in', async () => {
    const [duty] = await all(sigi().officeId)
    const strange = await house.db.asJob(tx =>
      tx.selectFrom('duties').selectAll().where('campaign_id', '<>', id).limit(1).executeTakeFirstOrThrow(),
    )
    const slipped = {
      id: strange.id,
      dueSeconds: Math.floor(strange.due_at.getTime() / 1000),
      excused: false,
    }
    await expect(
      direct([...seen([duty!]), slipped], { deed: 'excuse', reason: 'Semua saja' }),
    ).rejects.toThrow(NotFound)
  })
})

describe('given to another office', () => {
  const to = async (email: string, slug = 'setiap-pekan') => {
    const { officeId, office } = house.as(email)
    return {
      deed: 'reassign' as const,
      office: { id: officeId, shortName: office.shortName },
      slug,
      reason: 'Radio rusak',
    }
  }

  test('the first keeps its own in the books, excused; the other gets one with its own link', async () => {
    const [duty] = await all(sigi().officeId)
    await direct(seen([duty!]), await to('palu@kabupaten.example'))
    const given = await all(house.as('palu@kabupaten.example').officeId)
    expect(given).toMatchObject([
      { channel: duty!.channel, round: duty!.round, dueAt: duty!.dueAt, state: 'assigned' },
    ])
    expect((await all(sigi().officeId)).find(one => one.id === duty!.id)!.state).toBe('excused')
    const links = await house.db.asJob(tx => linksOfDuties(tx, [duty!.id, given[0]!.id]))
    expect(new Set(links.map(({ code }) => code)).size).toBe(2)
    expect((await historyOf(duty!.id)).at(-1)).toEqual({ move: 'excuse', note: '→ Kota Palu: Radio rusak' })
    expect(await historyOf(given[0]!.id)).toEqual([{ move: 'take-over', note: 'Sigi →: Radio rusak' }])
  })

  test('and back again: the duty that was excused runs again', async () => {
    const [duty] = await all(sigi().officeId)
    await direct(seen([duty!]), await to('palu@kabupaten.example'))
    const [given] = await all(house.as('palu@kabupaten.example').officeId)
    await direct(seen([given!]), await to('sigi@kabupaten.example'))
    expect((await all(sigi().officeId)).find(one => one.id === duty!.id)!.state).toBe('assigned')
  })

  test('not to one that has the same duty already; then none is moved', async () => {
    const duties = (await all(sigi().officeId)).slice(0, 2)
    await expect(direct(seen(duties), await to('poso@kabupaten.example'))).rejects.toThrow(Conflict)
    expect((await all(sigi().officeId)).map(({ state }) => state)).toEqual(Array(6).fill('assigned'))
  })
})

test('an office that joins later gets every channel of the weeks that are left', async () => {
  const palu = house.as('palu@kabupaten.example').officeId
  const from = new Date(Date.now() + 5 * 86_400_000)
  const given = await house.db.asActor(owner(), tx => addOffices(tx, owner(), id, [palu], from))
  expect(given).toBe(4)
  expect((await all(palu)).map(({ round, channel }) => `${round} ${channel}`)).toEqual([
    '2 radio',
    '2 whatsapp',
    '3 radio',
    '3 whatsapp',
  ])
  await expect(house.db.asActor(owner(), tx => addOffices(tx, owner(), id, [palu], from))).rejects.toThrow(
    Conflict,
  )
  await expect(house.db.asActor(sigi(), tx => addOffices(tx, sigi(), id, [palu], from))).rejects.toThrow(
    NotFound,
  )
})

test('an office that is none joins nothing, and starts nothing', async () => {
  const none = 999_999
  await expect(
    house.db.asActor(owner(), tx => addOffices(tx, owner(), id, [none], new Date())),
  ).rejects.toThrow(NotFound)
  const start = (given: { offices?: number[]; coOwners?: number[] }) =>
    house.db.asActor(owner(), async tx => {
      const [version] = await approvedVersions(tx, owner().officeId)
      return startCampaign(tx, owner(), {
        title: 'Kantor yang tidak ada',
        purpose: 'Tidak jadi dimulai.',
        startsOn: today,
        endsOn: today.add({ days: 9 }),
        dueOn: today.add({ days: 2 }),
        coOwners: [],
        versions: [version!.id],
        offices: [sigi().officeId],
        channels: ['radio'],
        ...given,
      })
    })
  await expect(start({ offices: [sigi().officeId, none] })).rejects.toThrow(NotFound)
  await expect(start({ coOwners: [none] })).rejects.toThrow(NotFound)
})

describe('an office asks', () => {
  const ask = (dutyId: number, actor = sigi()) =>
    house.db.asActor(actor, tx =>
      askOwner(tx, actor, dutyId, { kind: 'postpone', wantedOn: later, reason: 'Menunggu izin' }),
    )
  const waiting = () => house.db.asActor(owner(), tx => openRequests(tx, id))
  const answer = (ids: number[], decision: 'granted' | 'refused', actor = owner()) =>
    house.db.asActor(actor, tx => answerRequests(tx, actor, id, ids, decision, 'Baik, silakan'))

  test('for time; the owner grants it, and the due day is another one', async () => {
    const [duty] = await all(sigi().officeId)
    await ask(duty!.id)
    await answer(
      (await waiting()).map(request => request.id),
      'granted',
    )
    expect(String(dayOf((await all(sigi().officeId)).find(one => one.id === duty!.id)!.dueAt))).toBe(
      String(later),
    )
    const told = await house.db.asActor(sigi(), tx => requestsOf(tx, duty!.id))
    expect(told).toMatchObject([{ state: 'granted', answer: 'Baik, silakan' }])
    expect(await waiting()).toEqual([])
  })

  test('once; a second time it is told that it waits', async () => {
    const [duty] = await all(sigi().officeId)
    await ask(duty!.id)
    await expect(ask(duty!.id)).rejects.toThrow(Conflict)
  })

  test('for its own duties only, and answers none itself', async () => {
    const [duty] = await all(sigi().officeId)
    await expect(ask(duty!.id, poso())).rejects.toThrow(NotFound)
    await ask(duty!.id)
    const [request] = await waiting()
    await expect(answer([request!.id], 'granted', sigi())).rejects.toThrow(NotFound)
    await house.db.asActor(sigi(), tx =>
      tx
        .updateTable('duty_requests')
        .set({ state: 'granted', decided_by: sigi().staffId, decided_at: new Date() })
        .execute(),
    )
    expect(await waiting()).toHaveLength(1)
  })

  test('two owners answer: the second is told', async () => {
    const [duty] = await all(sigi().officeId)
    await ask(duty!.id)
    const [request] = await waiting()
    await answer([request!.id], 'refused')
    await expect(answer([request!.id], 'granted')).rejects.toThrow(Conflict)
    expect(String(dayOf((await all(sigi().officeId))[0]!.dueAt))).toBe(String(today.add({ days: 2 })))
  })

  test('what the owner decides by himself answers what was asked', async () => {
    const [duty] = await all(sigi().officeId)
    await ask(duty!.id)
    await direct(seen([duty!]), { deed: 'excuse', reason: 'Tidak perlu lagi' })
    expect(await house.db.asActor(sigi(), tx => requestsOf(tx, duty!.id))).toMatchObject([
      { state: 'refused', answer: 'Tidak perlu lagi' },
    ])
  })
})
