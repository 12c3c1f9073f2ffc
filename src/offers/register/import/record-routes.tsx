import type { House } from '../../../platform/house.ts'
import { NotFound } from '../../../platform/http/failures.ts'
import { emptyForm, type FormState, readBody, refuse } from '../../../platform/http/forms.ts'
import { goTo } from '../../../platform/http/page.tsx'
import { idOf, type Route } from '../../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../../staff/index.ts'
import { DifferencesPage } from '../pages/differences-page.tsx'
import { RecordPage } from '../pages/record-page.tsx'
import { carryOut, undoImport } from './carry-out.ts'
import { prepare } from './prepare.ts'
import { importById, moveImport, newestImport, registerPeople } from './queries.ts'
import { sheetsOf } from './start-import.ts'

/** What an import would do, its carrying out, and its record, from which it can be undone. */
export const recordRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showDifferences = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { t } = visit.language
    const draft = await importOf(house, visit)
    if (draft.state !== 'draft') return goTo(`/perekrut/impor/${draft.id}`)
    const sheets = await sheetsOf(house, draft.gridKey)
    const prepared = await house.db.asActor(visit.actor, tx => prepare(tx, draft, sheets))
    const view = <DifferencesPage draft={draft} {...prepared} formId={crypto.randomUUID()} form={form} />
    return visit.page(view, {
      title: t(`register.list.${draft.list}`),
      crumbs: <a href={`/perekrut/impor/${draft.id}/kolom`}>{t('register.back-to-columns')}</a>,
      status,
    })
  }

  return [
    staff('GET', '/perekrut/impor/:id/beda', { may: 'register.import', audit: 'none' }, visit =>
      showDifferences(visit),
    ),
    staff(
      'POST',
      '/perekrut/impor/:id/pasang',
      { may: 'register.import', audit: 'register.imported' },
      async visit => {
        const { actor } = visit
        const body = await readBody(visit.c)
        const draft = await importOf(house, visit)
        if (body.leftOut !== undefined && body.leaveOut !== 'yes') {
          const errors = { leaveOut: visit.language.t('register.leave-out-needed') }
          return showDifferences(visit, refuse(body, errors), 422)
        }
        const sheets = await sheetsOf(house, draft.gridKey)
        const form =
          typeof body.form === 'string' && /^[0-9a-f-]{36}$/.test(body.form) ? body.form : crypto.randomUUID()
        const work = (tx: Parameters<typeof carryOut>[0]) => async () => {
          await carryOut(tx, actor, draft.id, sheets, String(body.seen ?? ''))
          return `/perekrut/impor/${draft.id}`
        }
        return goTo(await visit.within(tx => once(tx, actor.staffId, form, work(tx))))
      },
    ),
    staff('GET', '/perekrut/impor/:id', { may: 'register.import', audit: 'none' }, async visit => {
      const record = await importOf(house, visit)
      if (record.state === 'draft') return goTo(`/perekrut/impor/${record.id}/kolom`)
      const [people, newest] = await visit.within(
        async tx => [await registerPeople(tx), await newestImport(tx)] as const,
      )
      return visit.page(<RecordPage record={record} people={people} mayUndo={newest?.id === record.id} />, {
        title: visit.language.t(`register.list.${record.list}`),
        crumbs: <a href="/perekrut/impor">{visit.language.t('register.import')}</a>,
      })
    }),
    staff(
      'POST',
      '/perekrut/impor/:id/batalkan',
      { may: 'register.import', audit: 'register.undone' },
      async visit => {
        const id = idOf(visit.c) ?? 0
        await visit.within(tx => undoImport(tx, visit.actor, id))
        return goTo(`/perekrut/impor/${id}`)
      },
    ),
    staff(
      'POST',
      '/perekrut/impor/:id/buang',
      { may: 'register.import', audit: 'register.draft-dropped' },
      async visit => {
        const { id } = await importOf(house, visit)
        await visit.within(tx => moveImport(tx, id, 'draft', { state: 'dropped' }))
        return goTo('/perekrut/impor')
      },
    ),
  ]
}

/** @throws NotFound */
const importOf = async ({ db }: House, visit: StaffVisit) => {
  const found = await db.asActor(visit.actor, tx => importById(tx, idOf(visit.c) ?? 0))
  if (!found) throw new NotFound()
  return found
}
