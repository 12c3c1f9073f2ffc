import { record } from '../../platform/audit/audit.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, typed } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { InsightTabs } from '../tabs.tsx'
import { correctPopulation } from './correct-population.ts'
import { populationForm } from './form.ts'
import { PopulationPage, PopulationsPage } from './population-pages.tsx'
import { populationHistory, populationsSeen } from './queries.ts'

/** How many live in each district: read by all who read figures, corrected by the offices above. */
export const populationRoutes = (house: House, staff: StaffRoute): Route[] => {
  const code = ({ c }: StaffVisit) => c.req.param('code') ?? ''
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const [population, history] = await house.db.asActor(actor, async tx => [
      (await populationsSeen(tx)).find(one => one.code === code(visit)),
      await populationHistory(tx, code(visit)),
    ])
    if (!population) throw new NotFound()
    const view = (
      <PopulationPage
        population={population}
        history={history}
        mayCorrect={may(actor, 'population.write')}
        form={form}
        clash={status === 409}
      />
    )
    return visit.page(view, {
      title: language.t('population.of', { district: population.name }),
      crumbs: <a href="/wawasan/penduduk">{language.t('population.title')}</a>,
      status,
    })
  }

  return [
    staff('GET', '/wawasan/penduduk', { may: 'insight.read', audit: 'none' }, async visit => {
      const { t } = visit.language
      const populations = await visit.within(populationsSeen)
      const view = (
        <>
          <InsightTabs current="population" />
          <PopulationsPage populations={populations} />
        </>
      )
      return visit.page(view, {
        title: t('population.title'),
        crumbs: <a href="/wawasan">{t('insight.title')}</a>,
        lead: t('population.lead'),
      })
    }),
    staff('GET', '/wawasan/penduduk/:code', { may: 'insight.read', audit: 'none' }, visit => show(visit)),
    staff(
      'POST',
      '/wawasan/penduduk/:code',
      { may: 'population.write', audit: 'population.corrected' },
      async visit => {
        const body = await readBody(visit.c)
        const today = dayOf(house.clock(), visit.actor.office.timeZone)
        const given = parseForm(populationForm(today), body, visit.language.t)
        if (!given.ok) return show(visit, given.form, 422)
        const kept = await house.db.asActor(visit.actor, async tx => {
          const done = await correctPopulation(tx, code(visit), given.data)
          // Only what was saved is a deed.
          if (done) await record(tx, 'population.corrected', visit.c.req.path)
          return done
        })
        if (!kept) return show(visit, { values: typed(body), errors: {} }, 409)
        return goTo(`/wawasan/penduduk/${code(visit)}`)
      },
    ),
  ]
}
