import { record } from '../../platform/audit/audit.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { formId } from '../../platform/http/fields.ts'
import { type Body, type FormState, parseForm, readBody, typed } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { ActivityForm, type FormProps } from './activity-form.tsx'
import { chosen } from './clash.ts'
import { ActivityClashPage } from './clash-page.tsx'
import { activityForm, travelled, type Values, valuesOf, valuesOfPlan } from './form.ts'
import { begunWith, formWorld, isPlace } from './form-world.ts'
import { mayChange, planActivity, rewriteActivity } from './plan-activity.ts'
import { activityById } from './queries.ts'

/** Writing the joint programme: a new activity, a change of one, a move. */
export const changeRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showForm = async (visit: StaffVisit, about: About) => {
    const { form, id, base, status } = about
    const { t } = visit.language
    const world = await house.db.asActor(visit.actor, tx => formWorld(tx, visit.actor, form))
    const own: Pick<FormProps, 'action' | 'back' | 'formId' | 'base'> = {
      action: id ? `/program/${id}/ubah` : '/program/baru',
      back: id ? `/program/${id}` : '/program',
      formId: typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID(),
      base,
    }
    return visit.page(<ActivityForm {...own} {...world} form={form} />, {
      title: t(id ? 'activity.change' : 'activity.new'),
      crumbs: <a href={own.back}>{t(id ? 'activity.one' : 'nav.plan')}</a>,
      status: status ?? 200,
    })
  }

  const save = async (visit: StaffVisit, id: number, base: Values, next: Values) => {
    const { actor, language } = visit
    const shown = await house.db.asActor(actor, async tx => {
      const clash = await rewriteActivity(tx, actor, id, base, next)
      // Only what was saved is a deed.
      if (!clash) await record(tx, 'activity.changed', visit.c.req.path)
      return clash && { clash, ...(await formWorld(tx, actor, { values: {}, errors: {} })) }
    })
    if (!shown) return goTo(`/program/${id}`)
    const { clash, offices, colleagues } = shown
    const view = <ActivityClashPage id={id} clash={clash} offices={offices} people={colleagues} />
    return visit.page(view, {
      title: language.t('activity.clash-title'),
      crumbs: <a href={`/program/${id}`}>{language.t('activity.one')}</a>,
      status: 409,
    })
  }

  return [
    staff('GET', '/program/baru', { may: 'programme.write', audit: 'none' }, visit =>
      showForm(visit, { form: { values: begunWith(visit.c.req.query(), visit.actor), errors: {} } }),
    ),
    staff('POST', '/program/baru', { may: 'programme.write', audit: 'activity.planned' }, async visit => {
      const { actor, language } = visit
      const body = withFound(await readBody(visit.c))
      if (body.look === 'yes') return showForm(visit, { form: { values: typed(body), errors: {} } })
      const given = parseForm(activityForm, body, language.t)
      const form = formId.safeParse(body.form)
      if (!given.ok || !form.success)
        return showForm(visit, { form: given.ok ? asTyped(body) : given.form, status: 422 })
      const known = await house.db.asActor(actor, tx => isPlace(tx, given.data.placeCode))
      if (!known) {
        const errors = { placeCode: language.t('activity.place-unknown') }
        return showForm(visit, { form: { values: typed(body), errors }, status: 422 })
      }
      const keep = visit.within(tx =>
        once(
          tx,
          actor.staffId,
          form.data,
          async () => `/program/${await planActivity(tx, actor, given.data)}`,
        ),
      )
      return goTo(await keep)
    }),
    staff('GET', '/program/:id/ubah', { may: 'programme.write', audit: 'none' }, async visit => {
      const { id, values } = await changeable(house, visit)
      return showForm(visit, { id, base: values, form: { values, errors: {} } })
    }),
    staff('POST', '/program/:id/ubah', { may: 'programme.write', audit: 'activity.changed' }, async visit => {
      const { id, values } = await changeable(house, visit)
      const body = withFound(await readBody(visit.c))
      const base = travelled(body.base)
      const mine = travelled(body.mine)
      if (base && mine) return save(visit, id, base, chosen(body, mine, base))
      const again = { id, base: base ?? values }
      if (body.look === 'yes') return showForm(visit, { ...again, form: asTyped(body) })
      const given = parseForm(activityForm, body, visit.language.t)
      if (!given.ok || !base)
        return showForm(visit, { ...again, form: given.ok ? asTyped(body) : given.form, status: 422 })
      if (!(await house.db.asActor(visit.actor, tx => isPlace(tx, given.data.placeCode)))) {
        const errors = { placeCode: visit.language.t('activity.place-unknown') }
        return showForm(visit, { ...again, form: { values: typed(body), errors }, status: 422 })
      }
      return save(visit, id, base, valuesOfPlan(given.data))
    }),
  ]
}

interface About {
  form: FormState
  id?: number
  base?: Values
  status?: number
}

const asTyped = (body: Body): FormState => ({ values: typed(body), errors: {} })

/** A place that was picked from those found stands in the field, as if it had been typed. */
const withFound = (body: Body): Body =>
  typeof body.foundCode === 'string' && body.foundCode ? { ...body, placeCode: body.foundCode } : body

/** The activity of the address, as its form shows it. @throws NotFound when it is not the actor's to change */
const changeable = async ({ db }: House, { c, actor }: StaffVisit) => {
  const activity = await db.asActor(actor, tx => activityById(tx, idOf(c) ?? 0))
  if (!activity || !mayChange(actor, activity)) throw new NotFound()
  return { id: activity.id, values: valuesOf(activity) }
}
