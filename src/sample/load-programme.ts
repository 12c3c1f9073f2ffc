import { holidaysBetween } from '../complaints/index.ts'
import { type ActivityMove, activityForm, moveActivity, planActivity } from '../coordination/index.ts'
import { dayOf } from '../platform/clock/clock.ts'
import type { House } from '../platform/house.ts'
import { type Actor, actorOf } from '../staff/index.ts'
import { readSample } from './read-sample.ts'

interface SampleActivity {
  /** Days from today; or the next holiday. */
  day: number | 'holiday'
  days?: number
  from?: string
  to?: string
  kind: string
  title: string
  place: string
  venue: string
  audience: string
  owners: string[]
  people: string[]
  expected?: number
  reached?: number
  state?: 'held' | 'under-way' | 'postponed' | 'called-off'
  why?: string
}

/** Half a year of invented activities around today, planned by the sample people like any other. */
export const loadProgramme = async (
  house: House,
  offices: Map<string, number>,
  ids: Map<string, string>,
): Promise<void> => {
  const { db } = house
  const today = dayOf(house.clock())
  const holiday = await db.asJob(async tx => {
    const [next] = await holidaysBetween(tx, String(today.add({ days: 20 })), String(today.add({ years: 1 })))
    return next ? Temporal.PlainDate.from(next.day) : today.add({ days: 30 })
  })
  const people: Actor[] = await db.asJob(tx =>
    Promise.all([...ids.values()].map(async id => (await actorOf(tx, id))!)),
  )
  for (const sample of readSample<SampleActivity>('activities.json')) {
    const planner = people.find(
      ({ officeId, roles }) =>
        officeId === offices.get(sample.owners[0]!) && /publicist|coordinator/.test(String(roles)),
    )!
    const startsOn = sample.day === 'holiday' ? holiday : today.add({ days: sample.day })
    const plan = activityForm.parse(formOf(sample, startsOn, offices, ids))
    const move = sample.state && moves[sample.state]
    await db.asActor(planner, async tx => {
      const id = await planActivity(tx, planner, plan, true)
      if (move) await moveActivity(tx, planner, id, move, sample.why ?? '', house.clock())
    })
  }
}

const moves = {
  held: 'hold',
  'under-way': 'begin',
  postponed: 'postpone',
  'called-off': 'call-off',
} as const satisfies Record<string, ActivityMove>

const formOf = (
  sample: SampleActivity,
  startsOn: Temporal.PlainDate,
  offices: Map<string, number>,
  ids: Map<string, string>,
) => ({
  kind: sample.kind,
  title: sample.title,
  placeCode: sample.place,
  venue: sample.venue,
  audience: sample.audience,
  startsOn: String(startsOn),
  startTime: sample.from ?? '09:00',
  endsOn: String(startsOn.add({ days: (sample.days ?? 1) - 1 })),
  endTime: sample.to ?? '12:00',
  timeZone: 'Asia/Makassar',
  expected: sample.expected ?? '',
  reached: sample.reached ?? '',
  owners: sample.owners.map(name => String(offices.get(name))),
  people: sample.people.map(email => ids.get(email)!),
})
