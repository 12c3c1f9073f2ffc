import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinForces, moveActivity } from '../../src/coordination/programme/move-activity.ts'
import { activityById } from '../../src/coordination/programme/queries.ts'
import { findAll } from '../../src/coordination/synchronise/find.ts'
import type { Planned } from '../../src/coordination/synchronise/finding.ts'
import { lookOver } from '../../src/coordination/synchronise/look-over.ts'
import { insertDismissal } from '../../src/coordination/synchronise/queries.ts'
import { sentenceOf } from '../../src/coordination/synchronise/sentence.ts'
import { synchronise } from '../../src/coordination/synchronise/synchronise.ts'
import { riskOf } from '../../src/insight/index.ts'
import { languages } from '../../src/platform/i18n/language.tsx'
import { openSampleHouse, type SampleHouse } from '../house.ts'
import { naiveFindings } from '../programme/naive.ts'
import { generatedYear } from '../programme/year.ts'

const keys = (activities: Planned[], ground: Parameters<typeof synchronise>[1]) =>
  synchronise(activities, ground).map(({ key }) => key)

describe('a generated year', () => {
  test.each([1, 2, 3])(
    'small and crowded, seed %i: the same findings as every pair looked at',
    async seed => {
      const { activities, ground } = await generatedYear(1500, seed)
      // All in two districts: nearly everything meets.
      const crowded = activities.map((one, at) => ({ ...one, placeCode: `72.10.0${1 + (at % 2)}` }))
      for (const list of [activities, crowded])
        expect(keys(list, ground).toSorted()).toEqual(naiveFindings(list, ground))
    },
  )

  test('of 514 districts and 20,000 activities: the same findings as every pair looked at', async () => {
    const { activities, ground } = await generatedYear(20_000)
    const began = performance.now()
    const found = keys(activities, ground)
    console.log(`synchronised in ${Math.round(performance.now() - began)} ms, ${found.length} findings`)
    expect(found.toSorted()).toEqual(naiveFindings(activities, ground))
    const kinds = new Set(found.map(key => key.split(':')[0]))
    expect([...kinds].toSorted()).toEqual(['gap', 'holiday', 'overlap', 'person'])
  })
})

describe('in the sample province', () => {
  let house: SampleHouse
  beforeAll(async () => {
    house = await openSampleHouse()
  })
  afterAll(() => house?.end())

  const found = (email: string) => house.db.asActor(house.as(email), tx => findAll(tx, house.clock()))
  const overlaps = async (email = 'humas@bp3mi.example') =>
    (await found(email)).findings.filter(({ kind }) => kind === 'overlap')

  test('every office finds the same: two overlaps, a holiday, one person twice, gaps', async () => {
    const seen = await Promise.all(
      ['humas@bp3mi.example', 'sigi@kabupaten.example', 'pimpinan.sigi@kabupaten.example'].map(found),
    )
    const all = seen.map(({ findings }) => findings.map(({ key }) => key))
    expect(all[1]).toEqual(all[0])
    expect(all[2]).toEqual(all[0])
    const count = (kind: string) => all[0]!.filter(key => key.startsWith(kind)).length
    expect([count('overlap'), count('holiday'), count('person')]).toEqual([2, 1, 1])
    expect(count('gap')).toBeGreaterThan(0)
  })

  test('a district whose risk is over the mean is a gap without any report, in words, and the riskiest stands first', async () => {
    await house.db.asJob(tx =>
      sql`update activities set state = 'called-off' where place_code like '72.11%'`.execute(tx),
    )
    const risk = async () => new Map([['72.11', 2.34]])
    const { found, names } = await house.db.asActor(house.as('humas@bp3mi.example'), tx =>
      lookOver(tx, house.clock(), risk),
    )
    const [first] = found.findings.filter(({ kind }) => kind === 'gap')
    expect(first).toMatchObject({ district: '72.11', risk: 2.34 })
    expect(sentenceOf(first!, found.activities, names, languages.id)).toContain(
      'risikonya 2,3 kali rata-rata provinsi',
    )
  })

  test("insight's risk is what the offices are told: theirs by name, nothing of others", async () => {
    const [leader, sigi] = await Promise.all(
      ['pimpinan@bp3mi.example', 'sigi@kabupaten.example'].map(email =>
        house.db.asActor(house.as(email), tx => riskOf(tx, house.clock())),
      ),
    )
    expect(leader!.size).toBe(13)
    expect([...sigi!.keys()]).toEqual(['72.10'])
    expect(sigi!.get('72.10')).toBe(leader!.get('72.10'))
  })

  test('a finding put aside stays aside, for every office, until something about it changes', async () => {
    const [finding] = await overlaps()
    const sigi = house.as('sigi@kabupaten.example')
    await house.db.asActor(sigi, tx =>
      insertDismissal(tx, {
        finding: finding!.key,
        print: finding!.print,
        reason: 'Dua kelompok yang berbeda',
        office_id: sigi.officeId,
        staff_id: sigi.staffId,
      }),
    )
    expect((await overlaps()).map(({ key }) => key)).not.toContain(finding!.key)
    const { aside } = await found('humas@bp3mi.example')
    expect(aside.map(({ reason }) => reason)).toEqual(['Dua kelompok yang berbeda'])
    // Another title is no other meeting; another hour is.
    const change = (what: ReturnType<typeof sql>) =>
      house.db.asJob(tx =>
        sql`update activities set ${what}, version = version + 1 where id = ${finding!.activities[0]!}`.execute(
          tx,
        ),
      )
    await change(sql`title = 'Judul lain'`)
    expect((await overlaps()).map(({ key }) => key)).not.toContain(finding!.key)
    await change(sql`starts_at = starts_at + interval '30 minutes'`)
    expect((await overlaps()).map(({ key }) => key)).toContain(finding!.key)
  })

  test('joined: one activity that both own, and the other called off and pointing to it', async () => {
    const [finding] = await overlaps()
    const [kept, given] = finding!.activities as [number, number]
    const lead = house.as('koordinator@bp3mi.example')
    const before = await house.db.asActor(lead, async tx => [
      await activityById(tx, kept),
      await activityById(tx, given),
    ])
    await house.db.asActor(lead, tx => joinForces(tx, lead, kept, given, 'Satu acara saja'))
    const [one, other] = await house.db.asActor(lead, async tx => [
      (await activityById(tx, kept))!,
      (await activityById(tx, given))!,
    ])
    const owners = before.flatMap(activity => activity!.owners.map(({ id }) => id))
    expect(one!.owners.map(({ id }) => id).toSorted()).toEqual([...new Set(owners)].toSorted())
    expect([other!.state, other!.joinedInto]).toEqual(['called-off', kept])
    expect((await overlaps()).map(({ key }) => key)).not.toContain(finding!.key)
  })

  test('postponed: it no longer stands in the way', async () => {
    const { findings } = await found('humas@bp3mi.example')
    const holiday = findings.find(({ kind }) => kind === 'holiday')!
    const sigi = house.as('sigi@kabupaten.example')
    await house.db.asActor(sigi, tx =>
      moveActivity(tx, sigi, holiday.activities[0]!, 'postpone', 'Hari libur', house.clock()),
    )
    const after = await found('humas@bp3mi.example')
    expect(after.findings.map(({ key }) => key)).not.toContain(holiday.key)
  })
})
