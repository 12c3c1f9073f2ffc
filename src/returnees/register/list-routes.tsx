import { z } from 'zod'
import { regenciesServed } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { may, type StaffRoute } from '../../staff/index.ts'
import { offersTo } from '../custody/queries.ts'
import { judgeSame, verdicts } from '../likeness/judge-same.ts'
import { unjudgedReturnees } from '../likeness/queries.ts'
import { SameListPage } from '../likeness/same-list-page.tsx'
import { needs, returneeStates } from '../returnee.ts'
import { uuidOf } from '../uuid-of.ts'
import { type Filter, ListActions, ReturneesPage } from './list-page.tsx'
import { countByState, returneesLike } from './queries.ts'

const perPage = 50
const mostUnjudged = 200

const Asked = z.object({
  wilayah: z
    .string()
    .regex(/^\d{2}\.\d{2}$/)
    .or(z.literal(''))
    .catch(''),
  kebutuhan: z.enum(needs).or(z.literal('')).catch(''),
  keadaan: z.enum(returneeStates).catch('active'),
  sebelum: z.coerce.number().int().positive().optional().catch(undefined),
})

const Judgement = z.object({
  verdict: z.enum(verdicts, 'form.choose'),
  was: z
    .enum(verdicts)
    .or(z.literal('').transform(() => null))
    .default(null as never),
})

/** The register of the office, and the pairs in it that may be one person. */
export const listRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/purna', { may: 'returnee.read', audit: 'none' }, async visit => {
    const asked = Asked.parse(visit.c.req.query())
    const filter: Filter = {
      district: asked.wilayah,
      need: asked.kebutuhan,
      state: asked.keadaan,
      below: asked.sebelum,
    }
    const shown = await house.db.asActor(visit.actor, async tx => ({
      rows: await returneesLike(tx, filter, perPage + 1),
      counts: await countByState(tx, filter),
      unjudged: (await unjudgedReturnees(tx, mostUnjudged)).length,
      districts: await regenciesServed(tx),
      offers: await offersTo(tx, visit.actor.officeId),
    }))
    const rows = shown.rows.slice(0, perPage)
    const next = shown.rows.length > perPage ? { ...filter, below: rows.at(-1)!.number } : undefined
    const mayWork = may(visit.actor, 'returnee.work')
    const view = <ReturneesPage {...shown} rows={rows} filter={filter} next={next} mayWork={mayWork} />
    return visit.page(view, {
      title: visit.language.t('returnees.title'),
      lead: visit.language.t('returnees.lead'),
      actions: mayWork && <ListActions />,
    })
  }),
  staff('GET', '/purna/serupa', { may: 'returnee.read', audit: 'none' }, async visit => {
    const rows = await house.db.asActor(visit.actor, tx => unjudgedReturnees(tx, mostUnjudged))
    return visit.page(<SameListPage rows={rows} />, {
      title: visit.language.t('returnees.same-list'),
      crumbs: <a href="/purna">{visit.language.t('nav.returnees')}</a>,
    })
  }),
  staff(
    'POST',
    '/purna/:id/serupa/:other',
    { may: 'returnee.work', audit: 'returnee.judged' },
    async visit => {
      const [id, other] = [uuidOf(visit), uuidOf(visit, 'other')]
      const form = parseForm(Judgement, await readBody(visit.c), visit.language.t)
      if (form.ok)
        await visit.within(tx => judgeSame(tx, visit.actor, id, other, form.data.verdict, form.data.was))
      return goTo(`/purna/${id}`)
    },
  ),
]
