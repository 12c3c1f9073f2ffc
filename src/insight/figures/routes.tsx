import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { districtsSeen } from '../risk/queries.ts'
import { InsightTabs } from '../tabs.tsx'
import { FiguresPage } from './figures-page.tsx'
import { indicatorsFor } from './indicators.ts'
import { readFigures } from './read-figures.ts'

/** The figures of a province or a district, month by month. */
export const figureRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/wawasan/angka', { may: 'insight.read', audit: 'none' }, async visit => {
    const { actor, c, language } = visit
    const now = house.clock()
    const chosen = c.req.query('wilayah') || undefined
    const { districts, series } = await visit.within(async tx => {
      const districts = await districtsSeen(tx)
      if (chosen && !districts.some(({ code }) => code === chosen)) throw new NotFound()
      const indicators = indicatorsFor(chosen ? 'district' : actor.office.kind)
      return { districts, series: await readFigures(tx, now, indicators, chosen) }
    })
    const view = (
      <>
        <InsightTabs current="figures" />
        <FiguresPage series={series} districts={districts} chosen={chosen} asOf={language.moment(now)} />
      </>
    )
    return visit.page(view, {
      title: language.t('insight.tab-figures'),
      crumbs: <a href="/wawasan">{language.t('insight.title')}</a>,
      lead: language.t('figures.lead'),
    })
  }),
]
