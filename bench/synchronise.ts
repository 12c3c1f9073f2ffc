import { findAll } from '../src/coordination/synchronise/find.ts'
import { synchronise as fast } from '../src/coordination/synchronise/synchronise.ts'
import { openSampleHouse } from '../test/house.ts'
import { naiveFindings } from '../test/programme/naive.ts'
import { generatedYear } from '../test/programme/year.ts'

const count = 20_000

/** A year of the country, 514 districts and 20,000 activities: worked out in memory, and read from the database as an officer sees it. */
export const synchronise = async () => {
  const { activities, ground } = await generatedYear(count)
  const reckoned = times(() => fast(activities, ground))
  const naive = times(() => naiveFindings(activities, ground), 1)
  const equal =
    JSON.stringify(
      fast(activities, ground)
        .map(({ key }) => key)
        .sort(),
    ) === JSON.stringify(naiveFindings(activities, ground))
  const house = await openSampleHouse()
  try {
    const actor = house.as('humas@bp3mi.example')
    const now = Temporal.Instant.fromEpochMilliseconds(ground.now)
    await house.db.asJob(async tx => {
      const [offices, people] = [
        await tx.selectFrom('offices').select('id').orderBy('id').execute(),
        await tx.selectFrom('staff').select(['id', 'name']).execute(),
      ]
      for (let at = 0; at < activities.length; at += 1000) {
        const part = activities.slice(at, at + 1000)
        const ids = await tx
          .insertInto('activities')
          .values(
            part.map(one => ({
              kind: one.kind,
              title: one.title,
              place_code: one.placeCode,
              audience: one.audience,
              starts_at: new Date(one.startsAt),
              ends_at: new Date(one.endsAt),
              time_zone: one.timeZone,
              state: one.state,
              made_by: actor.staffId,
            })),
          )
          .returning('id')
          .execute()
        await tx
          .insertInto('activity_owners')
          .values(
            part.flatMap((one, place) =>
              [...new Set(one.owners.map(id => offices[id % offices.length]!.id))].map(office_id => ({
                activity_id: ids[place]!.id,
                office_id,
              })),
            ),
          )
          .execute()
        const named = part.flatMap((one, place) =>
          one.people.slice(0, 1).map(() => {
            const person = people[(at + place) % people.length]!
            return { activity_id: ids[place]!.id, staff_id: person.id, name: person.name }
          }),
        )
        if (named.length > 0) await tx.insertInto('activity_people').values(named).execute()
      }
    })
    const read: number[] = []
    let findings = 0
    for (let round = 0; round < 5; round++) {
      const began = performance.now()
      findings = (await house.db.asActor(actor, tx => findAll(tx, now))).findings.length
      read.push(performance.now() - began)
    }
    return {
      activities: count,
      reckonedMs: Math.round(reckoned),
      naiveMs: Math.round(naive),
      readAndReckonedMs: Math.round(read.sort((a, b) => a - b)[2]!),
      findings,
      equalToNaive: equal,
    }
  } finally {
    await house.end()
  }
}

/** The middle of some runs, in milliseconds. */
const times = (work: () => unknown, runs = 5) => {
  const taken = Array.from({ length: runs }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return taken.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}
