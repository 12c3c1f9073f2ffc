import { z } from 'zod'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { House } from '../../../platform/house.ts'
import { NotFound } from '../../../platform/http/failures.ts'
import { day, formId, text } from '../../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../../platform/http/forms.ts'
import { goTo } from '../../../platform/http/page.tsx'
import { idOf, type Route } from '../../../platform/http/route.ts'
import type { Language } from '../../../platform/i18n/language.tsx'
import { once, type StaffRoute, type StaffVisit } from '../../../staff/index.ts'
import { ColumnsPage } from '../pages/columns-page.tsx'
import { UploadPage } from '../pages/upload-page.tsx'
import { registerLists } from '../register.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { readLayout } from './layout-form.ts'
import { type Import, importById, importList, moveImport, newestOfList, registerPeople } from './queries.ts'
import { sheetsOf, takeList } from './start-import.ts'

const Upload = z.object({
  form: formId,
  list: z.enum(registerLists, 'form.choose'),
  asOf: day,
  source: text(3, 300),
})

/** The way in for a list: its file, then what its columns say. Nothing of the register changes here. */
export const draftRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showUpload = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const [records, people] = await house.db.asActor(
      visit.actor,
      async tx => [await importList(tx, mostShown), await registerPeople(tx)] as const,
    )
    const { t } = visit.language
    const id = typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
    const view = <UploadPage form={form} formId={id} records={records} people={people} />
    return visit.page(view, {
      title: t('register.import'),
      crumbs: <a href="/perekrut">{t('nav.register')}</a>,
      lead: t('register.import-lead'),
      status,
    })
  }

  const showColumns = (visit: StaffVisit, draft: Import, sheets: Sheet[], form = emptyForm, status = 200) =>
    visit.page(<ColumnsPage draft={draft} sheets={sheets} form={form} />, {
      title: visit.language.t(`register.list.${draft.list}`),
      crumbs: <a href="/perekrut/impor">{visit.language.t('register.import')}</a>,
      status,
    })

  return [
    staff('GET', '/perekrut/impor', { may: 'register.import', audit: 'none' }, visit => showUpload(visit)),
    staff(
      'POST',
      '/perekrut/impor',
      { may: 'register.import', audit: 'register.list-taken-in' },
      async visit => {
        const { language, actor } = visit
        const body = await readBody(visit.c)
        const given = parseForm(Upload, body, language.t)
        const errors = given.ok ? {} : given.form.errors
        const file = body.file instanceof File && body.file.size > 0 ? body.file : undefined
        if (!file) errors.file = language.t('form.file')
        if (given.ok) Object.assign(errors, await wrongDay(house, visit, given.data))
        if (!given.ok || !file || Object.keys(errors).length > 0)
          return showUpload(visit, refuse(body, errors), 422)
        const { form, asOf, ...rest } = given.data
        const about = { ...rest, asOf: String(asOf), fileName: file.name.slice(-120) || 'daftar' }
        const taken = await takeList(house, about, new Uint8Array(await file.arrayBuffer()))
        if (!taken.ok)
          return showUpload(visit, refuse(body, { file: refusalOf(taken.reason, language) }), 422)
        const keep = (tx: Parameters<typeof taken.keep>[0]) => async () =>
          `/perekrut/impor/${await taken.keep(tx, actor)}/kolom`
        return goTo(await visit.within(tx => once(tx, actor.staffId, form, keep(tx))))
      },
    ),
    staff('GET', '/perekrut/impor/:id/kolom', { may: 'register.import', audit: 'none' }, async visit => {
      const draft = await draftOf(house, visit)
      return showColumns(visit, draft, await sheetsOf(house, draft.gridKey))
    }),
    staff(
      'POST',
      '/perekrut/impor/:id/kolom',
      { may: 'register.import', audit: 'register.columns-chosen' },
      async visit => {
        const draft = await draftOf(house, visit)
        const body = await readBody(visit.c)
        const sheets = await sheetsOf(house, draft.gridKey)
        const read = readLayout(draft.list, sheets, body, visit.language.t)
        if (!read.ok) return showColumns(visit, draft, sheets, read.form, 422)
        await visit.within(tx =>
          moveImport(tx, draft.id, 'draft', { layout: JSON.stringify(read.layout), complete: read.complete }),
        )
        return goTo(`/perekrut/impor/${draft.id}/${read.again ? 'kolom' : 'beda'}`)
      },
    ),
  ]
}

const mostShown = 30

/** @throws NotFound when it is no draft (any more) */
const draftOf = async ({ db }: House, visit: StaffVisit): Promise<Import> => {
  const draft = await db.asActor(visit.actor, tx => importById(tx, idOf(visit.c) ?? 0))
  if (draft?.state !== 'draft') throw new NotFound()
  return draft
}

const today = ({ clock }: House, { actor }: StaffVisit) => String(dayOf(clock(), actor.office.timeZone))

/** A list from tomorrow is a slip; one older than what is there would bury what is known since. */
const wrongDay = async (
  house: House,
  visit: StaffVisit,
  { list, asOf }: z.output<typeof Upload>,
): Promise<Record<string, string>> => {
  const { t, shortDay } = visit.language
  if (String(asOf) > today(house, visit)) return { asOf: t('register.day-ahead') }
  const newest = await house.db.asActor(visit.actor, tx => newestOfList(tx, list))
  return newest && newest.asOf > String(asOf)
    ? { asOf: t('register.day-older', { day: shortDay(newest.asOf) }) }
    : {}
}

const refusalOf = (reason: string, { t }: Language) =>
  t(`register.refused.${reason}` as 'register.refused.empty')
