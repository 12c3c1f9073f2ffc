import type { Tone } from '../../ui/index.ts'
import { type Channel, channels } from '../channel.ts'
import { type Standing, standingOf } from '../duties/duty.ts'
import { standingTone } from '../duties/standing-tone.ts'
import { worstFirst } from '../plan/coverage.ts'
import type { ListedDuty } from './queries.ts'
import { addressOf } from './shown-duties.ts'
import { dueDay } from './words.ts'

/** What one campaign has due on one day, in one line: thirteen offices do not make thirteen. */
export interface DayGroup {
  href: string
  title: string
  /** Named only when it is of one office. */
  office: string | undefined
  channels: Channel[]
  total: number
  accepted: number
  excused: number
  /** The worst of them names all. */
  standing: Standing
  tone: Tone
}

/** Duties by the day on which they are due where their office is, then by campaign and week. */
export const groupsByDay = (duties: ListedDuty[], now: Temporal.Instant): Map<string, DayGroup[]> => {
  const byDay = Map.groupBy(duties, duty => String(dueDay(duty)))
  return new Map(
    [...byDay].map(([day, due]) => [
      day,
      [...Map.groupBy(due, duty => `${duty.campaignId} ${duty.round}`).values()].map(some =>
        groupOf(some, now),
      ),
    ]),
  )
}

const groupOf = (duties: ListedDuty[], now: Temporal.Instant): DayGroup => {
  const [first] = duties as [ListedDuty]
  const offices = new Set(duties.map(({ officeId }) => officeId))
  const standings = duties.map(duty => standingOf(duty, now))
  const standing = worstFirst.find(one => standings.includes(one)) ?? 'ahead'
  return {
    href: duties.length === 1 ? `/tugas/${first.id}` : listOf(first, offices.size === 1),
    title: first.title,
    office: offices.size === 1 ? first.office : undefined,
    channels: channels.filter(channel => duties.some(duty => duty.channel === channel)),
    total: duties.length,
    accepted: standings.filter(one => one === 'accepted').length,
    excused: standings.filter(one => one === 'excused').length,
    standing,
    tone: standingTone[standing],
  }
}

const listOf = ({ campaignId, round, officeId }: ListedDuty, oneOffice: boolean) =>
  addressOf(campaignId, { view: 'all', round, officeId: oneOffice ? officeId : undefined, all: false })
