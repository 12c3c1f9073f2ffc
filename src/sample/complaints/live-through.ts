import { randomBytes, randomUUID } from 'node:crypto'
import { clocksAfter } from '../../complaints/clocks/keep-clocks.ts'
import { identityContent } from '../../complaints/contents.ts'
import { lockCase } from '../../complaints/custody/queries.ts'
import { insertHappenings } from '../../complaints/queries.ts'
import type { Report } from '../../complaints/report/file-report.ts'
import { keepReport } from '../../complaints/report/keep-report.ts'
import { factsForReport } from '../../complaints/report/queries.ts'
import type { ClockRule } from '../../complaints/workflow.ts'
import { dayOf, toDate } from '../../platform/clock/clock.ts'
import type { WorkingDays } from '../../platform/clock/working-days.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { newKeyPair } from '../../platform/vault/index.ts'
import { deeds } from './deeds.ts'
import { comesBack, holdAhead } from './hold-ahead.ts'
import { momentsOf } from './moments.ts'
import { endHoldAt, setClocks, settleComplaint } from './queries.ts'
import { type Cast, officerAt, type Scene } from './scene.ts'
import { type SampleStory, turnsOf } from './story.ts'

export interface Year {
  house: House
  cast: Cast
  clocks: readonly ClockRule[]
  calendar: WorkingDays
}

/** Tells one invented case as it would have gone: reported and sealed as a real one, then turn by turn on the days of the story. */
export const liveThrough = async (
  tx: Tx,
  { house, cast, clocks, calendar }: Year,
  story: SampleStory,
  seed: number,
): Promise<void> => {
  const turns = turnsOf(story.later)
  const now = house.clock()
  const moments = momentsOf(story, turns, now, calendar)
  const scene = await begin(tx, house, cast, story, seed, moments)
  for (const [place, turn] of turns.entries()) {
    const [deed, former] = [deeds[turn.deed], scene.holder]
    if (!deed) throw new Error(`nothing in the sample is called ${turn.deed}`)
    await deed(scene, turn, moments[place + 1]!)
    if (scene.holder !== former && !comesBack(cast, former, turns.slice(place + 1)))
      await endHoldAt(tx, scene.id, former, moments[place + 1]!)
  }
  if (scene.happenings.length > 0) await insertHappenings(tx, scene.happenings)
  await settleComplaint(tx, scene.id, {
    state: scene.state,
    assigneeId: scene.assignee,
    procedural: story.procedural,
    sector: story.sector ?? null,
    ground: scene.ground,
    closedAt: scene.closedAt,
    changedAt: scene.history.at(-1)!.at,
    version: scene.version,
  })
  const rows = scene.history.reduce<ReturnType<typeof clocksAfter>>(
    (before, _, place) =>
      clocksAfter(clocks, calendar, story.problems, scene.history.slice(0, place + 1), before),
    [],
  )
  await setClocks(tx, scene.id, rows, toDate(now.subtract({ hours: 24 })))
}

/** The report itself, and all who are going to hold it. */
const begin = async (
  tx: Tx,
  house: House,
  cast: Cast,
  story: SampleStory,
  seed: number,
  moments: readonly Date[],
): Promise<Scene> => {
  const [id, openOfferId, first, told] = [
    randomUUID(),
    randomUUID(),
    story.at && cast.offices[story.at],
    moments[0]!,
  ]
  const scene = {
    ...{
      tx,
      house,
      cast,
      id,
      openOfferId,
      seed,
      state: 'received' as const,
      holder: first ?? 0,
      assignee: null,
    },
    ...{ ground: null, closedAt: null, closedBy: null, version: 1, offer: null },
    ...{ history: [{ at: told, deed: 'filed', detail: {} }], happenings: [] },
  }
  await holdAhead(tx, house, scene, turnsOf(story.later), first, moments)
  const then = { ...house, clock: () => Temporal.Instant.fromEpochMilliseconds(told.getTime()) }
  const writer = first === undefined ? undefined : { officeId: first, staffId: officerAt(scene, first) }
  const receipt = lostReceipt()
  const facts = await factsForReport(tx, receipt.lookup)
  await keepReport(tx, then, reportOf(story, id, house.clock()), receipt, facts, writer, told)
  return { ...scene, holder: (await lockCase(tx, id))!.ownerOfficeId }
}

const reportOf = (story: SampleStory, id: string, now: Temporal.Instant): Report => ({
  id,
  channel: story.channel,
  role: story.role,
  stage: story.stage,
  urgency: story.urgency,
  departsOn: story.departs === undefined ? null : String(dayOf(now).add({ days: story.departs })),
  originCode: story.origin,
  destination: story.to,
  problems: story.problems,
  story: { story: story.story, place: story.place },
  identity: story.who && identityContent.parse(story.who),
})

/** Nobody has the digits, so none need to be derived: what they would find and open is as good as random. */
const lostReceipt = () => ({ lookup: randomBytes(32), keyPair: newKeyPair() })
