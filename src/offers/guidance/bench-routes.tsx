import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, readBody, refuse, typed } from '../../platform/http/forms.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { type BenchResult, benchLimits, runBench, splitOffers } from './bench.ts'
import { hasBench, inspectorsFor } from './bench-inspect.ts'
import { BenchPage } from './bench-page.tsx'
import { guidancePeople, versionsOf } from './queries.ts'
import { kindOf } from './show-guidance.tsx'
import { headsOf } from './version-heads.ts'

/** The test bench. What is pasted is read, answered and forgotten. */
export const benchRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = async (visit: StaffVisit, trial: number, tried: Tried, status = 200) => {
    const [kind, { slug, title }] = kindOf(visit)
    const { language, actor } = visit
    const { t } = language
    if (!hasBench(kind)) throw new NotFound()
    const versions = await house.db.asActor(actor, async tx =>
      headsOf(await versionsOf(tx, kind), await guidancePeople(tx), t),
    )
    const current = versions.find(({ state }) => state === 'released')
    if (!current) throw new NotFound()
    const own = versions.find(({ authorId, state }) => authorId === actor.staffId && state !== 'released')
    const view = (
      <BenchPage
        slug={slug}
        current={current.number}
        trials={versions.slice(0, 30).map(version => ({
          number: version.number,
          label: `${t('guidance.version', { number: version.number })} · ${t(`guidance.state.${version.state}`)} · ${version.author}`,
        }))}
        trial={trial || (own ?? versions.find(({ state }) => state === 'submitted') ?? current).number}
        {...tried}
      />
    )
    return visit.page(view, {
      title: t('bench.title'),
      lead: t('bench.lead'),
      crumbs: <a href={`/pedoman/${slug}`}>{t(title)}</a>,
      status,
    })
  }

  return [
    staff('GET', '/pedoman/:kind/uji', { may: 'guidance.read', audit: 'none' }, visit =>
      show(visit, Number(visit.c.req.query('versi')) || 0, untried),
    ),
    staff('POST', '/pedoman/:kind/uji', { may: 'guidance.read', audit: 'guidance.tried' }, async visit => {
      const [kind] = kindOf(visit)
      const { t } = visit.language
      const body = await readBody(visit.c)
      const trial = Number(body.versi) || 0
      const onlyChanged = body.only === 'yes'
      const offers = splitOffers(typeof body.offers === 'string' ? body.offers : '')
      const fault =
        offers.length === 0
          ? t('form.required')
          : offers.length > benchLimits.offers
            ? t('bench.too-many', { count: offers.length, max: benchLimits.offers })
            : offers.some(({ length }) => length > benchLimits.letters) &&
              t('bench.too-long', { max: benchLimits.letters })
      if (fault)
        return show(
          visit,
          trial,
          { form: refuse(body, { offers: fault }), onlyChanged, result: undefined },
          422,
        )
      const inspectors = await visit.within(tx => inspectorsFor(tx, kind, trial))
      if (!inspectors) throw new NotFound()
      const result = await runBench(offers, inspectors.current, inspectors.trial)
      return show(visit, trial, { form: { values: typed(body), errors: {} }, onlyChanged, result })
    }),
  ]
}

interface Tried {
  form: FormState
  onlyChanged: boolean
  result: BenchResult | undefined
}
const untried: Tried = { form: emptyForm, onlyChanged: false, result: undefined }
