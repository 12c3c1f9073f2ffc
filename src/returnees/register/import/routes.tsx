import { randomUUID } from 'node:crypto'
import writeExcelFile from 'write-excel-file/node'
import { z } from 'zod'
import { readSheets } from '../../../offers/index.ts'
import { regenciesServed } from '../../../offices/index.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { House } from '../../../platform/house.ts'
import { NotFound } from '../../../platform/http/failures.ts'
import { emptyForm, type FormState, readBody, refuse } from '../../../platform/http/forms.ts'
import { goTo } from '../../../platform/http/page.tsx'
import type { Route } from '../../../platform/http/route.ts'
import { once, readEntries, type StaffRoute, type StaffVisit } from '../../../staff/index.ts'
import { importRecord, type Refused, refusedContent, unpacked } from '../../contents.ts'
import { checkReturnees, compareSoon } from '../../likeness/check-returnees.ts'
import { uuidOf } from '../../uuid-of.ts'
import { returneesLike } from '../queries.ts'
import { importList, mostRows } from './import-list.ts'
import { ImportPage, UploadPage } from './pages.tsx'
import { comparedOf, importById, importsOf } from './queries.ts'
import { readRows } from './read-rows.ts'

/** Compared before the answer, so that a short list shows at once who may be known; of a long one the house does the rest
 * at once, and the page says how far it is. */
const comparedAtOnce = 100

const gate = { may: 'returnee.work', audit: 'none' } as const

/** A list of returned workers: good rows go in, the others come back with the reason. */
export const importRoutes = (house: House, staff: StaffRoute): Route[] => {
  const crumbs = (visit: StaffVisit) => <a href="/purna">{visit.language.t('nav.returnees')}</a>

  const showUpload = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const imports = await house.db.asActor(visit.actor, importsOf)
    const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    return visit.page(<UploadPage form={form} formId={formId} imports={imports} />, {
      title: visit.language.t('returnees.import'),
      crumbs: crumbs(visit),
      status,
    })
  }

  /** @throws NotFound when it is no list of this office */
  const read = (visit: StaffVisit) =>
    visit.withKeys(keys =>
      visit.within(async tx => {
        const done = await importById(tx, uuidOf(visit))
        if (!done) throw new NotFound()
        const entries = await readEntries(tx, importRecord(done.id), keys)
        const text = entries.find(({ kind }) => kind === 'refused')?.text
        if (!text) throw new NotFound()
        const rows = await returneesLike(tx, { importId: done.id }, 100)
        return { done, refused: unpacked(refusedContent, text), rows, ...(await comparedOf(tx, done.id)) }
      }),
    )

  return [
    staff('GET', '/purna/impor', gate, visit => showUpload(visit)),
    staff('POST', '/purna/impor', { ...gate, audit: 'returnee.imported' }, async visit => {
      const { actor, language } = visit
      const { t } = language
      const body = await readBody(visit.c)
      const refused = (why: string) => showUpload(visit, refuse(body, { file: why }), 422)
      const file = body.file
      const formId = z.uuid().safeParse(body.form)
      if (!(file instanceof File) || file.size === 0 || !formId.success) return refused(t('form.file'))
      const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()))
      if (!sheets.ok) return refused(t(`register.refused.${sheets.reason}`))
      const today = dayOf(house.clock(), actor.office.timeZone)
      const districts = await house.db.asActor(actor, regenciesServed)
      const list = readRows(sheets.sheets, districts, today)
      if (!list) return refused(t('returnees.import-no-header'))
      if (list.good.length + list.bad.length > mostRows)
        return refused(t('returnees.import-too-many', { max: mostRows }))
      const to = await visit.within(tx =>
        once(
          tx,
          actor.staffId,
          formId.data,
          async () => `/purna/impor/${await importList(house, tx, actor, list, language)}`,
        ),
      )
      await checkReturnees(house, comparedAtOnce)
      await compareSoon(house)
      return goTo(to)
    }),
    staff('GET', '/purna/impor/:id', gate, async visit => {
      const shown = await read(visit)
      return visit.page(<ImportPage {...shown} />, {
        title: visit.language.t('returnees.import-result'),
        crumbs: crumbs(visit),
        ...(shown.compared < shown.total && { refresh: 3 }),
      })
    }),
    staff(
      'GET',
      '/purna/impor/:id/ditolak',
      { ...gate, audit: 'returnee.refused-rows-read' },
      async visit => {
        const { refused } = await read(visit)
        const bytes = await refusedSheet(refused, visit.language.t('returnees.import-why'))
        return new Response(new Uint8Array(bytes), {
          headers: {
            'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            'content-disposition': 'attachment; filename="baris-ditolak.xlsx"',
            'cache-control': 'no-store',
          },
        })
      },
    ),
  ]
}

/** As it came, with the reason behind: mended, it can be sent again as it is. */
const refusedSheet = ({ header, rows }: Refused, why: string): Promise<Buffer> => {
  const line = (cells: string[], reason: string) =>
    [...header.map((_, place) => cells[place] ?? ''), reason].map(value => ({ value, type: String }))
  return writeExcelFile([
    { data: [line(header, why), ...rows.map(row => line(row.cells, row.why))], sheet: 'Ditolak' },
  ]).toBuffer()
}
