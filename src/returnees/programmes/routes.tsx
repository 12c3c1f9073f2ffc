import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { regenciesServed } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { EditProgrammePage } from './edit-page.tsx'
import { programmeForm, programmeOf, typedOf } from './form.ts'
import { isFull } from './invite.ts'
import { ProgrammesPage } from './list-page.tsx'
import { insertProgramme, programmeById, programmesAround, updateProgramme } from './queries.ts'

const mostShown = 200

/** What there is, and how an office offers more. */
export const programmeRoutes = (house: House, staff: StaffRoute): Route[] => {
  const crumbs = (visit: StaffVisit) => <a href="/program-purna">{visit.language.t('programmes.title')}</a>
  const idIn = (visit: StaffVisit) => {
    const id = idOf(visit.c, 'id')
    if (!id) throw new NotFound()
    return id
  }

  const showEdit = async (visit: StaffVisit, id?: number, sent?: FormState, status = 200) => {
    const { districts, programme } = await house.db.asActor(visit.actor, async tx => ({
      districts: await regenciesServed(tx),
      programme: id === undefined ? undefined : await programmeById(tx, id),
    }))
    if (id !== undefined && programme?.ownerOfficeId !== visit.actor.officeId) throw new NotFound()
    const form = sent ?? (programme ? { values: typedOf(programme), errors: {} } : emptyForm)
    const known = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    const view = (
      <EditProgrammePage {...(id !== undefined && { id })} form={form} formId={known} districts={districts} />
    )
    const title = programme?.title ?? visit.language.t('programmes.new')
    return visit.page(view, { title, crumbs: crumbs(visit), status })
  }

  return [
    staff('GET', '/program-purna', { may: 'programme.read', audit: 'none' }, async visit => {
      const today = String(dayOf(house.clock(), visit.actor.office.timeZone))
      const rows = await house.db.asActor(visit.actor, tx => programmesAround(tx, today, mostShown))
      const { t } = visit.language
      return visit.page(<ProgrammesPage programmes={rows} />, {
        title: t('programmes.title'),
        lead: t('programmes.lead'),
        ...(may(visit.actor, 'returnee.read') && { crumbs: <a href="/purna">{t('nav.returnees')}</a> }),
        actions: may(visit.actor, 'returnee.programme') && (
          <a class="btn" href="/program-purna/baru">
            {t('programmes.new')}
          </a>
        ),
      })
    }),
    staff('GET', '/program-purna/baru', { may: 'returnee.programme', audit: 'none' }, visit =>
      showEdit(visit),
    ),
    staff(
      'POST',
      '/program-purna',
      { may: 'returnee.programme', audit: 'returnee.programme-made' },
      async visit => {
        const form = parseForm(programmeForm, await readBody(visit.c), visit.language.t)
        if (!form.ok) return showEdit(visit, undefined, form.form, 422)
        const { actor } = visit
        const to = await visit.within(tx =>
          once(
            tx,
            actor.staffId,
            form.data.form,
            async () => `/program-purna/${await insertProgramme(tx, programmeOf(form.data), actor)}`,
          ),
        )
        return goTo(to)
      },
    ),
    staff('GET', '/program-purna/:id/ubah', { may: 'returnee.programme', audit: 'none' }, visit =>
      showEdit(visit, idIn(visit)),
    ),
    staff(
      'POST',
      '/program-purna/:id/ubah',
      { may: 'returnee.programme', audit: 'returnee.programme-changed' },
      async visit => {
        const id = idIn(visit)
        const body = await readBody(visit.c)
        const { t } = visit.language
        const form = parseForm(programmeForm, body, t)
        if (!form.ok) return showEdit(visit, id, form.form, 422)
        const change = visit.within(async tx => {
          const before = await programmeById(tx, id)
          if (before?.ownerOfficeId !== visit.actor.officeId) throw new NotFound()
          const changed = programmeOf(form.data, before.conditions)
          if (!(await updateProgramme(tx, id, changed, form.data.version)))
            throw new Conflict('complaint.changed-meanwhile')
        })
        const failed = await change.then(() => undefined).catch((error: unknown) => error)
        if (failed === undefined) return goTo(`/program-purna/${id}`)
        if (isFull(failed))
          return showEdit(visit, id, refuse(body, { places: t('programmes.too-few-places') }), 422)
        if (failed instanceof Conflict)
          return showEdit(visit, id, refuse(body, { version: t(failed.key) }), 409)
        throw failed
      },
    ),
  ]
}
