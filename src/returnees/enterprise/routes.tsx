import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { uuidOf } from '../uuid-of.ts'
import { returneeNumber } from '../words.ts'
import { canvasForm, moveForm, planForm, visitForm } from './form.ts'
import { keepCanvas, keepPlan, moveEnterprise, noteVisit, readEnterprise } from './keep-enterprise.ts'
import { EnterprisePage, type EnterpriseProps, EnterprisesPage } from './pages.tsx'
import { enterprises } from './queries.ts'

const mostShown = 200

/** What a person builds: canvas, money, steps, visits. */
export const enterpriseRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showOne = async (
    visit: StaffVisit,
    sent?: EnterpriseProps['sent'],
    form: FormState = emptyForm,
    status = 200,
  ) => {
    const id = uuidOf(visit)
    const shown = await visit.withKeys(keys =>
      house.db.asActor(visit.actor, tx => readEnterprise(tx, id, keys)),
    )
    const today = String(dayOf(house.clock(), visit.actor.office.timeZone))
    const mayWork = may(visit.actor, 'returnee.work')
    const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    const view = (
      <EnterprisePage {...shown} sent={sent} form={form} formId={formId} today={today} mayWork={mayWork} />
    )
    const { t } = visit.language
    const title = `${t('enterprise.title')}: ${returneeNumber(shown.returnee)}`
    return visit.page(view, { title, crumbs: <a href="/usaha">{t('enterprise.all')}</a>, status })
  }

  /** A form of the page: good, it is kept; bad, or refused, all that was typed comes back with the reason. */
  const deed = <S extends z.ZodType>(
    path: 'kanvas' | 'arus-kas' | 'langkah' | 'kunjungan',
    sent: NonNullable<EnterpriseProps['sent']>,
    schema: S,
    act: (tx: Tx, visit: StaffVisit, id: string, data: z.output<S>) => Promise<unknown>,
  ) =>
    staff(
      'POST',
      `/usaha/:id/${path}`,
      { may: 'returnee.work', audit: `enterprise.${sent}` },
      async visit => {
        const id = uuidOf(visit)
        const body = await readBody(visit.c)
        const form = parseForm(schema, body, visit.language.t)
        if (!form.ok) return showOne(visit, sent, form.form, 422)
        try {
          await visit.within(tx => act(tx, visit, id, form.data))
        } catch (error) {
          if (!(error instanceof Conflict)) throw error
          return showOne(visit, sent, refuse(body, { form: visit.language.t(error.key) }), 409)
        }
        return goTo(`/usaha/${id}`)
      },
    )

  return [
    staff('GET', '/usaha', { may: 'returnee.read', audit: 'none' }, async visit => {
      const rows = await house.db.asActor(visit.actor, tx => enterprises(tx, mostShown))
      const { t } = visit.language
      return visit.page(<EnterprisesPage rows={rows} />, {
        title: t('enterprise.all'),
        crumbs: <a href="/purna">{t('nav.returnees')}</a>,
      })
    }),
    staff('GET', '/usaha/:id', { may: 'returnee.read', audit: 'enterprise.viewed' }, visit => showOne(visit)),
    deed('kanvas', 'canvas', canvasForm, (tx, { actor }, id, { line, ...canvas }) =>
      keepCanvas(house, tx, actor, id, line, canvas),
    ),
    deed('arus-kas', 'plan', planForm, (tx, { actor }, id, plan) => keepPlan(house, tx, actor, id, plan)),
    deed('langkah', 'move', moveForm, (tx, _, id, { move, day }) => moveEnterprise(house, tx, id, move, day)),
    deed('kunjungan', 'visit', visitForm, (tx, { actor }, id, { form, visitDay, note }) =>
      once(tx, actor.staffId, form, async () => {
        await noteVisit(house, tx, actor, id, visitDay, note)
        return `/usaha/${id}`
      }),
    ),
  ]
}
