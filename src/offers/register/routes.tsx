import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { day, formId, text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { entryKinds, fieldsOf, plainKey } from './entry.ts'
import { applyImport, mapColumns, previewImport, undoImport } from './import-list.ts'
import { ImportPage, ImportsPage } from './import-pages.tsx'
import { insertImport, recentImports } from './import-queries.ts'
import { lookUpCompany } from './look-up-company.ts'
import { CompanyPage, RegisterPage } from './pages.tsx'
import { entriesOf, entriesOfLicence } from './queries.ts'
import { type Columns, findHeading } from './read-list.ts'
import { readSheet } from './read-sheet.ts'

const NewImport = z.object({ formId, kind: z.enum(entryKinds), source: text(3, 200), asOf: day })

/** The register of recruiters: searched by all staff, kept by offices that receive the lists. */
export const registerRoutes = (house: House, staff: StaffRoute): Route[] => {
  const today = ({ actor }: StaffVisit) => String(dayOf(house.clock(), actor.office.timeZone))

  const showImports = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const imports = await house.db.asActor(visit.actor, recentImports)
    const { t } = visit.language
    const view = <ImportsPage imports={imports} form={form} formId={randomUUID()} />
    return visit.page(view, { title: t('register.import'), status })
  }

  return [
    staff('GET', '/perekrut', { may: 'register.read', audit: 'none' }, async visit => {
      const asked = (visit.c.req.query('q') ?? '').slice(0, 200)
      const shown = await visit.within(async tx => ({
        companies: await entriesOf(tx, 'company'),
        found: asked ? await lookUpCompany(tx, asked, today(visit)) : undefined,
      }))
      const view = <RegisterPage {...shown} asked={asked} today={today(visit)} actor={visit.actor} />
      return visit.page(view, { title: visit.language.t('register.title') })
    }),
    staff('GET', '/perekrut/buka', { may: 'register.read', audit: 'none' }, async visit => {
      const licence = plainKey(visit.c.req.query('izin'))
      const [company, branches, orders] = await visit.within(
        async tx =>
          [
            (await entriesOfLicence(tx, 'company', licence))[0],
            await entriesOfLicence(tx, 'branch', licence),
            await entriesOfLicence(tx, 'job-order', licence),
          ] as const,
      )
      if (!company) throw new NotFound()
      const view = <CompanyPage company={company} branches={branches} orders={orders} today={today(visit)} />
      return visit.page(view, {
        title: company.fields.name ?? licence,
        crumbs: <a href="/perekrut">{visit.language.t('register.title')}</a>,
      })
    }),
    staff('GET', '/perekrut/impor', { may: 'register.import', audit: 'none' }, visit => showImports(visit)),
    staff('POST', '/perekrut/impor', { may: 'register.import', audit: 'register.read-list' }, async visit => {
      const { t } = visit.language
      const body = await readBody(visit.c)
      const given = parseForm(NewImport, body, t)
      if (!given.ok) return showImports(visit, given.form, 422)
      const file = body.file
      const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
      const sheet = await readSheet(bytes)
      if (!sheet.ok)
        return showImports(visit, refuse(body, { file: t(`register.sheet.${sheet.reason}`) }), 422)
      const { staffId } = visit.actor
      const made = {
        ...given.data,
        asOf: String(given.data.asOf),
        fileName: file instanceof File ? file.name : '',
      }
      const heading = findHeading(made.kind, sheet.rows)
      return goTo(
        await visit.within(tx =>
          once(tx, staffId, made.formId, async () => {
            const id = await insertImport(tx, staffId, made, sheet.rows, heading)
            return `/perekrut/impor/${id}`
          }),
        ),
      )
    }),
    staff('GET', '/perekrut/impor/:id', { may: 'register.import', audit: 'none' }, async visit => {
      const preview = await visit.within(tx => previewImport(tx, idOf(visit.c) ?? 0))
      return visit.page(<ImportPage {...preview} />, {
        title: preview.found.file_name,
        crumbs: <a href="/perekrut/impor">{visit.language.t('register.import')}</a>,
      })
    }),
    staff(
      'POST',
      '/perekrut/impor/:id/kolom',
      { may: 'register.import', audit: 'register.columns-set' },
      async visit => {
        const id = idOf(visit.c) ?? 0
        const columns = columnsFrom(await readBody(visit.c))
        await visit.within(tx => mapColumns(tx, id, columns))
        return goTo(`/perekrut/impor/${id}`)
      },
    ),
    staff(
      'POST',
      '/perekrut/impor/:id/terapkan',
      { may: 'register.import', audit: 'register.applied' },
      async visit => {
        const id = idOf(visit.c) ?? 0
        const { complete } = await readBody(visit.c)
        await visit.within(tx => applyImport(tx, id, complete === 'yes'))
        return goTo(`/perekrut/impor/${id}`)
      },
    ),
    staff(
      'POST',
      '/perekrut/impor/:id/batal',
      { may: 'register.import', audit: 'register.undone' },
      async visit => {
        const id = idOf(visit.c) ?? 0
        await visit.within(tx => undoImport(tx, visit.actor.staffId, id))
        return goTo(`/perekrut/impor/${id}`)
      },
    ),
  ]
}

const columnsFrom = (body: Record<string, unknown>): Columns =>
  Object.fromEntries(
    entryKinds.flatMap(fieldsOf).flatMap(field => {
      const place = Number(body[field] === '' ? Number.NaN : body[field])
      return Number.isInteger(place) && place >= 0 && place < 60 ? [[field, place]] : []
    }),
  )
