import { toDate } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { isWaiting } from '../clocks/clock-history.ts'
import { isOpen } from '../clocks/office-hours.ts'
import { calendarOf } from '../clocks/start-clocks.ts'
import { expireOffers } from '../custody/answer-offer.ts'
import { currentWorkflow } from '../report/current-workflow.ts'
import { mailNotices } from './mail-notices.ts'
import {
  allZones,
  clocksToTell,
  insertNotices,
  markTold,
  type News,
  newsOfAnswers,
  newsOfObjections,
  newsOfOffers,
  newsOfReporters,
  recipientsOf,
} from './queries.ts'

/**
 * What the house does by itself every minute: returns what nobody answered, says of each clock once that it is running out and
 * once that it has, tells people what waits for them. Each part is one transaction that can be cut off anywhere and run twice at
 * once: what is told stands in the same transaction as the mark that it was told. People are told in office hours only.
 */
export const keepTime = async (house: House): Promise<void> => {
  const { db, clock } = house
  const now = clock()
  const open = await openOffices(house, now)
  await eachByItself(house, [
    () => db.asJob(tx => expireOffers(tx, toDate(now))),
    ...(open.length === 0 ? [] : tellings(house, toDate(now), open)),
  ])
}

const openOffices = ({ db }: House, now: Temporal.Instant) =>
  db.asJob(async tx => {
    const calendar = await calendarOf(tx)
    return (await allZones(tx)).filter(({ zone }) => isOpen(now, zone, calendar)).map(({ id }) => id)
  })

const tellings = (house: House, now: Date, open: number[]) => [
  // What a crash cut off goes before anything new is told: it is the same letter then.
  () => mailNotices(house),
  () => house.db.asJob(tx => tellClocks(tx, 'warned', now, open)),
  () => house.db.asJob(tx => tellClocks(tx, 'breached', now, open)),
  () => house.db.asJob(tx => tellNews(tx, open)),
  () => mailNotices(house),
]

/** What goes wrong in one part keeps nobody from hearing of the others. @throws the first failure, when all has been tried */
const eachByItself = async ({ log }: House, parts: (() => Promise<unknown>)[]) => {
  const failures: unknown[] = []
  for (const part of parts)
    await part().catch(error => {
      log.error({ err: error }, 'a part of the minute failed; the next minute tries it again')
      failures.push(error)
    })
  if (failures.length > 0) throw failures[0]
}

const tellClocks = async (tx: Tx, kind: 'warned' | 'breached', now: Date, open: number[]) => {
  const { rules } = await currentWorkflow(tx)
  const waiting = rules.clocks.filter(isWaiting).map(({ id }) => id)
  for (const row of await clocksToTell(tx, kind, now, open)) {
    await markTold(tx, row, kind, now)
    // A silence that has lasted long enough is no one's lateness: only whoever works on the case is told.
    const silence = waiting.includes(row.clock)
    if (silence && kind === 'warned') continue
    const people = await recipientsOf(tx, row.complaintId, kind === 'breached' && !silence)
    const day = (kind === 'warned' ? row.warnAt : row.dueAt)?.toISOString().slice(0, 10) ?? ''
    await insertNotices(tx, people, row.complaintId, kind, `${row.clock} ${row.part} ${day}`)
  }
}

const tellNews = async (tx: Tx, open: number[]) => {
  const news: News[] = [
    ...(await newsOfOffers(tx, open)),
    ...(await newsOfAnswers(tx, open)),
    ...(await newsOfObjections(tx, open)),
    ...(await newsOfReporters(tx, open)),
  ]
  for (const { complaintId, kind, about, officeId, staffId } of news)
    await insertNotices(
      tx,
      await recipientsOf(tx, complaintId, kind === 'contested', officeId, staffId),
      complaintId,
      kind,
      about,
    )
}
