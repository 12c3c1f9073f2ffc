import { readSheets } from '../../offers/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { formId } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { ImportedPage, ImportPage } from './import-page.tsx'
import { spanOf } from './month.ts'
import { activitiesBetween } from './queries.ts'
import { findColumns } from './sheet/columns.ts'
import { importById } from './sheet/queries.ts'
import { takeIn } from './sheet/take-in.ts'
import { leftOutWorkbook, planWorkbook } from './sheet/workbook.ts'
import { shownBy } from './shown.ts'

/** The programme as a sheet: out of the house, and in. */
export const importRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showImport = (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const id = typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
    return visit.page(<ImportPage form={form} formId={id} />, {
      title: visit.language.t('plan.import'),
      crumbs: <a href="/program">{visit.language.t('nav.plan')}</a>,
      status,
    })
  }
  const importOf = async ({ actor, c }: StaffVisit) => {
    const found = await house.db.asActor(actor, tx => importById(tx, idOf(c) ?? 0))
    if (!found) throw new NotFound()
    return found
  }

  return [
    staff('GET', '/program/ekspor', { may: 'programme.read', audit: 'programme.exported' }, async visit => {
      const shown = shownBy(visit.c.req.query(), dayOf(house.clock()))
      const { from, to } = spanOf(shown.month)
      const activities = await visit.within(tx => activitiesBetween(tx, from, to, shown))
      return workbook(await planWorkbook(activities, visit.language), `program-${shown.month}.xlsx`)
    }),
    staff('GET', '/program/impor', { may: 'programme.write', audit: 'none' }, visit => showImport(visit)),
    staff('GET', '/program/impor/contoh', { may: 'programme.write', audit: 'none' }, async visit =>
      workbook(await planWorkbook([], visit.language), 'contoh-program.xlsx'),
    ),
    staff('POST', '/program/impor', { may: 'programme.write', audit: 'programme.taken-in' }, async visit => {
      const { c, actor, language } = visit
      const body = await readBody(c)
      const form = formId.safeParse(body.form)
      const file = body.file instanceof File && body.file.size > 0 ? body.file : undefined
      if (!file || !form.success)
        return showImport(visit, refuse(body, { file: language.t('form.file') }), 422)
      const read = await readSheets(new Uint8Array(await file.arrayBuffer()))
      if (!read.ok)
        return showImport(visit, refuse(body, { file: language.t(`plan.refused-${read.reason}`) }), 422)
      const found = findColumns(read.sheets)
      if (!found) return showImport(visit, refuse(body, { file: language.t('plan.no-titles') }), 422)
      const work = visit.within(tx =>
        once(
          tx,
          actor.staffId,
          form.data,
          async () => `/program/impor/${await takeIn(tx, actor, file.name.slice(-120) || 'program', found)}`,
        ),
      )
      return goTo(await work)
    }),
    staff('GET', '/program/impor/:id', { may: 'programme.write', audit: 'none' }, async visit => {
      const done = await importOf(visit)
      return visit.page(<ImportedPage done={done} />, {
        title: done.fileName,
        crumbs: <a href="/program/impor">{visit.language.t('plan.import')}</a>,
      })
    }),
    staff('GET', '/program/impor/:id/sisa', { may: 'programme.write', audit: 'none' }, async visit =>
      workbook(await leftOutWorkbook(await importOf(visit), visit.language), 'baris-tertinggal.xlsx'),
    ),
  ]
}

const workbook = (bytes: Buffer, name: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
