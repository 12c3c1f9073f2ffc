import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { calendarOf } from '../complaints/clocks/start-clocks.ts'
import { currentWorkflow } from '../complaints/report/current-workflow.ts'
import type { House } from '../platform/house.ts'
import { root } from '../platform/root.ts'
import { liveThrough, type Year } from './complaints/live-through.ts'
import { caseWorkers } from './complaints/queries.ts'
import type { Cast } from './complaints/scene.ts'
import { type Desk, desks, type SampleStory, sampleStory } from './complaints/story.ts'
import { readSample } from './read-sample.ts'

/** A year of invented complaints up to today, sealed like real ones; the offices must have their keys, the house its workflow. */
export const loadComplaints = async (house: House, offices: Map<string, number>): Promise<void> => {
  const year = await yearOf(house, offices)
  const stories = readStories()
  for (let start = 0; start < stories.length; start += batch)
    await house.db.asJob(async tx => {
      for (const [place, story] of stories.slice(start, start + batch).entries())
        await liveThrough(tx, year, story, start + place)
    })
}

const batch = 25

/** The oldest first: numbers follow the order of arrival. */
export const readStories = (): SampleStory[] =>
  readdirSync(join(root, 'db/sample/complaints'))
    .filter(name => name.startsWith('stories-'))
    .sort()
    .flatMap(name => readSample<unknown>(`complaints/${name}`).map(story => sampleStory.parse(story)))
    .sort((a, b) => b.ago - a.ago)

const yearOf = (house: House, offices: Map<string, number>): Promise<Year> =>
  house.db.asJob(async tx => {
    const people = await caseWorkers(tx)
    const who = (role: string) =>
      Map.groupBy(
        people.filter(({ roles }) => roles.includes(role)),
        ({ officeId }) => officeId,
      )
    const ids = (role: string) =>
      new Map([...who(role)].map(([office, all]) => [office, all.map(({ id }) => id)]))
    const cast: Cast = {
      offices: Object.fromEntries(
        Object.entries(desks).map(([desk, short]) => [desk, offices.get(short)!]),
      ) as Record<Desk, number>,
      officers: ids('case-officer'),
      leaders: ids('leader'),
      words: readSample('complaints/words.json') as unknown as Cast['words'],
    }
    const { rules } = await currentWorkflow(tx)
    return { house, cast, clocks: rules.clocks, calendar: await calendarOf(tx) }
  })
