import { holidaysBetween } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { InsightTabs } from '../tabs.tsx'
import { DistrictPage } from './district-page.tsx'
import { oneSheet, oneSheetPicture } from './one-pager.ts'
import { type District, readDistrict } from './read-district.ts'
import { readStandings } from './read-standings.ts'
import { RiskPage } from './risk-page.tsx'
import { leadOf } from './words.ts'

/** Signals beside coverage: the province, one district, and its sheet of paper. */
export const riskRoutes = (house: House, staff: StaffRoute): Route[] => {
  const writingOf = async (tx: Tx, { actor }: StaffVisit) => ({
    activity: may(actor, 'programme.write'),
    duty: may(actor, 'campaign.start'),
    followUp: may(actor, 'meeting.write'),
    office: { id: actor.officeId, name: actor.office.shortName },
    day: await workingDayAfter(tx, dayOf(house.clock(), actor.office.timeZone).add({ days: 14 })),
  })
  const code = ({ c }: StaffVisit) => c.req.param('code') ?? ''
  const sheet = (
    name: `lembar.${'pdf' | 'png'}`,
    type: string,
    draw: (district: District, now: Temporal.Instant, sample: boolean) => Uint8Array | Promise<Uint8Array>,
  ) =>
    staff('GET', `/wawasan/wilayah/:code/${name}`, { may: 'insight.read', audit: 'none' }, async visit => {
      const now = house.clock()
      const district = await visit.within(tx => readDistrict(tx, now, code(visit)))
      if (!district) throw new NotFound()
      const file = `lembar-data-${district.standing.code}.${name.slice(-3)}`
      return new Response(new Uint8Array(await draw(district, now, visit.actor.sample)), {
        headers: { 'content-type': type, 'content-disposition': `inline; filename="${file}"` },
      })
    })
  return [
    staff('GET', '/wawasan', { may: 'insight.read', audit: 'none' }, async visit => {
      const { language } = visit
      const now = house.clock()
      const { standings, writing } = await visit.within(async tx => ({
        ...(await readStandings(tx, now)),
        writing: await writingOf(tx, visit),
      }))
      const view = (
        <>
          <InsightTabs current="risk" />
          <RiskPage standings={standings} asOf={language.moment(now)} writing={writing} />
        </>
      )
      return visit.page(view, { title: language.t('insight.title'), lead: leadOf(standings, language) })
    }),
    staff('GET', '/wawasan/wilayah/:code', { may: 'insight.read', audit: 'none' }, async visit => {
      const { t, moment } = visit.language
      const now = house.clock()
      const { district, writing } = await visit.within(async tx => ({
        district: await readDistrict(tx, now, code(visit)),
        writing: await writingOf(tx, visit),
      }))
      if (!district) throw new NotFound()
      return visit.page(<DistrictPage {...district} asOf={moment(now)} writing={writing} />, {
        title: district.standing.name,
        crumbs: <a href="/wawasan">{t('insight.title')}</a>,
        actions: (
          <>
            <a class="btn" href={`/wawasan/wilayah/${district.standing.code}/lembar.pdf`}>
              {t('insight.one-pager-pdf')}
            </a>
            <a class="btn plain" href={`/wawasan/wilayah/${district.standing.code}/lembar.png`}>
              {t('insight.one-pager-picture')}
            </a>
          </>
        ),
      })
    }),
    sheet('lembar.pdf', 'application/pdf', oneSheet),
    sheet('lembar.png', 'image/png', oneSheetPicture),
  ]
}

/** The first day from here on at which offices work. */
const workingDayAfter = async (tx: Tx, from: Temporal.PlainDate): Promise<string> => {
  const until = from.add({ days: 30 })
  const off = new Set((await holidaysBetween(tx, String(from), String(until))).map(({ day }) => day))
  let day = from
  while (day.dayOfWeek > 5 || off.has(String(day))) day = day.add({ days: 1 })
  return String(day)
}
