import { holidaysBetween } from '../../complaints/index.ts'
import { monthOr } from '../../coordination/index.ts'
import { allOffices } from '../../offices/index.ts'
import { at, dayOf, toDate } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { CalendarPage } from './calendar-page.tsx'
import { dutiesBetween, officesSeen } from './queries.ts'

/** What is due in a month, for one office or for all. */
export const calendarRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/kalender-tayang', { may: 'duty.read', audit: 'none' }, async visit => {
    const { actor, c, language } = visit
    const now = house.clock()
    const today = dayOf(now, actor.office.timeZone)
    const month = monthOr(c.req.query('bulan'), today)
    const [first, last] = [month.toPlainDate({ day: 1 }), month.toPlainDate({ day: month.daysInMonth })]
    const zone = actor.office.timeZone
    const shown = await visit.within(async tx => {
      const seen = await officesSeen(tx)
      const offices = (await allOffices(tx)).filter(({ id }) => seen.includes(id))
      const officeId = offices.find(({ id }) => String(id) === c.req.query('kantor'))?.id
      const [from, to] = [at(first, '00:00', zone), at(last.add({ days: 1 }), '00:00', zone)]
      return {
        offices,
        officeId,
        duties: await dutiesBetween(tx, toDate(from), toDate(to), officeId),
        daysOff: await holidaysBetween(tx, String(first), String(last)),
      }
    })
    return visit.page(<CalendarPage {...shown} month={month} today={today} now={now} />, {
      title: language.t('schedule.calendar'),
    })
  }),
]
