import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { goTo } from '../../platform/http/page.tsx'
import { open, type Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { calendarOf } from './calendar.ts'
import { CalendarPage } from './calendar-page.tsx'
import { newFeed, officeBehind } from './feed.ts'
import { feedOf, revokeFeeds } from './feed-queries.ts'
import { activitiesBetween } from './queries.ts'

/** The programme in the calendars that people already carry. */
export const calendarRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = (visit: StaffVisit, madeAt: Date | undefined, address?: string) =>
    visit.page(
      <CalendarPage address={address} madeAt={madeAt} mayWrite={may(visit.actor, 'programme.write')} />,
      {
        title: visit.language.t('plan.calendar-address'),
        crumbs: <a href="/program">{visit.language.t('nav.plan')}</a>,
      },
    )

  return [
    // The bearer of the address is no actor: the house itself looks up whose calendar the secret opens, and reads that office's only.
    open('GET', '/program/kalender.ics', async ({ c }) => {
      const secret = c.req.query('kunci') ?? ''
      const now = house.clock()
      const found = await house.db.asJob(async tx => {
        const office = /^[\w-]{32}$/.test(secret) ? await officeBehind(tx, secret) : undefined
        if (!office) throw new NotFound()
        const [from, to] = [now.subtract({ hours: 24 * past }), now.add({ hours: 24 * ahead })]
        return { office, activities: await activitiesBetween(tx, from, to, { officeId: office.id }) }
      })
      return new Response(calendarOf(found.office.name, found.activities, house.config.publicUrl), {
        headers: {
          'content-type': 'text/calendar; charset=utf-8',
          'cache-control': 'private, max-age=300',
          'referrer-policy': 'no-referrer',
        },
      })
    }),
    staff('GET', '/program/kalender', { may: 'programme.read', audit: 'none' }, async visit =>
      show(visit, (await visit.within(tx => feedOf(tx, visit.actor.officeId)))?.madeAt),
    ),
    staff('POST', '/program/kalender', { may: 'programme.write', audit: 'calendar.opened' }, async visit => {
      const made = await visit.within(async tx => ({
        secret: await newFeed(tx, visit.actor),
        madeAt: (await feedOf(tx, visit.actor.officeId))?.madeAt,
      }))
      return show(visit, made.madeAt, `${house.config.publicUrl}/program/kalender.ics?kunci=${made.secret}`)
    }),
    staff(
      'POST',
      '/program/kalender/cabut',
      { may: 'programme.write', audit: 'calendar.closed' },
      async visit => {
        await visit.within(tx => revokeFeeds(tx, visit.actor.officeId))
        return goTo('/program/kalender')
      },
    ),
  ]
}

/** Days behind and ahead that a calendar shows. */
const [past, ahead] = [200, 400]
