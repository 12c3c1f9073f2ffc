import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { districtsHeard, publishedIn, waysInUse } from './queries.ts'
import { silenceOf } from './silence.ts'
import { SilencePage } from './silence-page.tsx'

/** Coverage by silence: which district heard nothing in a month, in which language and on which channel. */
export const silenceRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/kampanye/senyap', { may: 'insight.read', audit: 'none' }, async visit => {
    const now = house.clock()
    const present = dayOf(now).toPlainYearMonth()
    const asked = visit.c.req.query('bulan') ?? String(present)
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(asked)) throw new NotFound()
    const month = Temporal.PlainYearMonth.from(asked)
    if (Temporal.PlainYearMonth.compare(month, present) > 0) throw new NotFound()
    const since = String(month.subtract({ months: 11 }))
    const silence = await visit.within(async tx =>
      silenceOf(
        await districtsHeard(tx, since, asked),
        await waysInUse(tx, since, asked),
        await publishedIn(tx, asked),
      ),
    )
    const { t, moment } = visit.language
    const view = (
      <SilencePage
        silence={silence}
        month={asked}
        previous={String(month.subtract({ months: 1 }))}
        next={month.equals(present) ? undefined : String(month.add({ months: 1 }))}
        asOf={moment(now)}
      />
    )
    return visit.page(view, {
      title: t('silence.title'),
      crumbs: <a href="/kampanye">{t('nav.campaigns')}</a>,
    })
  }),
]
