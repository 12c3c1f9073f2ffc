import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { draftRoutes } from './import/draft-routes.tsx'
import { recordRoutes } from './import/record-routes.tsx'
import { companyIndex } from './look-up.ts'
import { matchCompany, worthAsking } from './match/match-company.ts'
import { CompanyPage } from './pages/company-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { companyById, companyPage, registerEditions } from './queries.ts'
import { licenceStates } from './register.ts'

const perPage = 25

/** The register of recruiters: read by every officer, filled from lists by those who may. */
export const registerRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/perekrut', { may: 'register.read', audit: 'none' }, async visit => {
    const { t, shortDay } = visit.language
    const asked = askedFor(visit)
    const day = today(house, visit)
    const shown = await visit.within(async tx => {
      const editions = await registerEditions(tx)
      const found = await companyPage(tx, { ...asked, day, from: (asked.page - 1) * perPage, count: perPage })
      const edition = editions.get('companies')?.edition
      const alike = asked.words && edition ? matchCompany(asked.words, await companyIndex(tx, edition)) : []
      const near = alike.filter(
        ({ id, confidence }) => confidence >= worthAsking && !found.rows.some(row => row.id === id),
      )
      return { ...found, near, asOf: editions.get('companies')?.asOf }
    })
    const mayImport = may(visit.actor, 'register.import')
    return visit.page(
      <RegisterPage {...shown} asked={asked} day={day} perPage={perPage} mayImport={mayImport} />,
      {
        title: t('nav.register'),
        lead: shown.asOf ? t('register.as-of', { day: shortDay(shown.asOf) }) : t('register.never'),
        actions: mayImport && (
          <a class="btn" href="/perekrut/impor">
            {t('register.import')}
          </a>
        ),
      },
    )
  }),
  ...draftRoutes(house, staff),
  ...recordRoutes(house, staff),
  staff('GET', '/perekrut/:id', { may: 'register.read', audit: 'none' }, async visit => {
    const { t } = visit.language
    const id = idOf(visit.c)
    const [shown, editions] = await visit.within(
      async tx => [id ? await companyById(tx, id) : undefined, await registerEditions(tx)] as const,
    )
    if (!shown) throw new NotFound()
    const view = (
      <CompanyPage {...shown} day={today(house, visit)} ordersAsOf={editions.get('orders')?.asOf ?? null} />
    )
    return visit.page(view, {
      title: shown.company.name,
      crumbs: <a href="/perekrut">{t('nav.register')}</a>,
    })
  }),
]

const today = ({ clock }: House, { actor }: StaffVisit) => String(dayOf(clock(), actor.office.timeZone))

const askedFor = ({ c }: StaffVisit) => ({
  words: (c.req.query('cari') ?? '').trim().slice(0, 120),
  state: licenceStates.find(state => state === c.req.query('keadaan')),
  page: Math.min(Math.max(Number.parseInt(c.req.query('h') ?? '1', 10) || 1, 1), 10_000),
})
