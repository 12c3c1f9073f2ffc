import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { deriveInTurn, receiptOfForm } from '../../complaints/index.ts'
import { regenciesServed } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import {
  may,
  once,
  openGuarded,
  readEntries,
  type StaffRoute,
  type StaffVisit,
  writeEntry,
} from '../../staff/index.ts'
import { type Person, packed, personContent, returneeRecord, unpacked } from '../contents.ts'
import { openOfferOf, receivingOffices } from '../custody/queries.ts'
import { custodyRoutes } from '../custody/routes.ts'
import { checkReturnees } from '../likeness/check-returnees.ts'
import { uuidOf } from '../uuid-of.ts'
import { returneeNumber } from '../words.ts'
import { EditPage, HandOutPage, NewReturneePage } from './edit-pages.tsx'
import { bandOf, codesForm, codesOf, personOf, registrationForm } from './form.ts'
import { originOf } from './origin-of.ts'
import { returneeById, updateCodes } from './queries.ts'
import { readReturnee } from './read-returnee.ts'
import { RecordPage } from './record-page.tsx'
import { registerReturnee } from './register-returnee.ts'

const Motive = z.object({ motive: text(10, 500) })
const work = (deed: string) => ({ may: 'returnee.work', audit: `returnee.${deed}` }) as const

/** One record: written down, looked at, changed; who it is opens with a motive. */
export const recordRoutes = (house: House, staff: StaffRoute): Route[] => {
  const districtsFor = (visit: StaffVisit) => house.db.asActor(visit.actor, regenciesServed)
  const crumbs = (visit: StaffVisit) => <a href="/purna">{visit.language.t('nav.returnees')}</a>

  const showNew = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    const view = <NewReturneePage form={form} formId={formId} districts={await districtsFor(visit)} />
    return visit.page(view, { title: visit.language.t('returnees.new'), crumbs: crumbs(visit), status })
  }

  const showRecord = async (
    visit: StaffVisit,
    form: FormState = emptyForm,
    status = 200,
    person?: Person,
  ) => {
    const shown = await readReturnee(house, visit, uuidOf(visit))
    const mayWork = may(visit.actor, 'returnee.work')
    const passing = await house.db.asActor(visit.actor, async tx => ({
      offer: await openOfferOf(tx, shown.returnee.id),
      offices: await receivingOffices(tx, visit.actor.officeId),
    }))
    const view = <RecordPage {...shown} {...passing} form={form} mayWork={mayWork} person={person} />
    return visit.page(view, { title: returneeNumber(shown.returnee), crumbs: crumbs(visit), status })
  }

  const showEdit = async (visit: StaffVisit, form?: FormState, status = 200) => {
    const id = uuidOf(visit)
    const row = await house.db.asActor(visit.actor, tx => returneeById(tx, id))
    if (row?.state !== 'active') throw new NotFound()
    const values = {
      version: String(row.version),
      district: row.originCode?.slice(0, 5) ?? '',
      village: row.originCode && row.originCode.length > 5 ? (row.origin ?? '') : '',
      country: row.destination ?? '',
      sector: row.sector ?? '',
      sex: row.sex ?? '',
      month: row.returnedMonth?.slice(0, 7) ?? '',
      wayBack: row.wayBack ?? '',
      needs: row.needs,
      skills: row.skills,
      wishes: row.wishes,
      consents: row.consents,
    }
    const shown = form ?? { values, errors: {} }
    const view = <EditPage id={id} form={shown} districts={await districtsFor(visit)} />
    const title = `${returneeNumber(row)}: ${visit.language.t('returnees.edit')}`
    return visit.page(view, { title, crumbs: crumbs(visit), status })
  }

  return [
    staff('GET', '/purna/baru', { may: 'returnee.work', audit: 'none' }, visit => showNew(visit)),
    staff('POST', '/purna/baru', work('registered'), async visit => {
      const { c, language, actor } = visit
      const body = await readBody(c)
      const today = dayOf(house.clock(), actor.office.timeZone)
      const form = parseForm(registrationForm(today), body, language.t)
      if (!form.ok) return showNew(visit, form.form, 422)
      const { data } = form
      const digits = receiptOfForm(house.secret, data.form)
      const receipt = await deriveInTurn(house.secret, digits, 'report')
      try {
        const to = await visit.within(tx =>
          once(tx, actor.staffId, data.form, async () => {
            const origin = await originOf(tx, data.district, data.village)
            const registration = {
              ...codesOf(data, origin ?? null, bandOf(data.bornOn, today)),
              ownerOfficeId: actor.officeId,
              channel: 'staff' as const,
              person: personOf(data),
              words: data.words,
            }
            return registerReturnee(house, tx, registration, { staffId: actor.staffId, receipt })
          }),
        )
        await checkReturnees(house)
        // Said in the answer to the form and nowhere else: an address would stand in the history.
        const title = language.t('returnees.registered-staff')
        return visit.page(<HandOutPage receipt={digits} id={to} />, { title, crumbs: crumbs(visit) })
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        return showNew(visit, refuse(body, { form: language.t(error.key) }), 409)
      }
    }),
    staff('GET', '/purna/:id', { may: 'returnee.read', audit: 'none' }, visit => showRecord(visit)),
    // Not led on to another address: what is opened stands in no history.
    staff('POST', '/purna/:id/identitas', work('identity-opened'), async visit => {
      const id = uuidOf(visit)
      const given = parseForm(Motive, await readBody(visit.c), visit.language.t)
      if (!given.ok) return showRecord(visit, given.form, 422)
      const person = await visit.withKeys(keys =>
        visit.within(async tx => {
          const entries = await readEntries(tx, returneeRecord(id), keys)
          const entry = entries.findLast(({ kind }) => kind === 'identity')
          if (!entry) throw new NotFound()
          const { motive } = given.data
          const record = returneeRecord(id)
          return unpacked(
            personContent,
            await openGuarded(tx, house.secret, visit.actor, record, entry.id, keys, motive),
          )
        }),
      )
      return showRecord(visit, emptyForm, 200, person)
    }),
    staff('GET', '/purna/:id/ubah', { may: 'returnee.work', audit: 'none' }, visit => showEdit(visit)),
    staff('POST', '/purna/:id/ubah', work('changed'), async visit => {
      const id = uuidOf(visit)
      const body = await readBody(visit.c)
      const form = parseForm(codesForm, body, visit.language.t)
      if (!form.ok) return showEdit(visit, form.form, 422)
      const { data } = form
      const kept = await visit.within(async tx => {
        const before = await returneeById(tx, id)
        if (!before) throw new NotFound()
        const origin = (await originOf(tx, data.district, data.village)) ?? null
        const codes = codesOf(data, origin, before.ageBand)
        if (!(await updateCodes(tx, id, codes, data.version))) return false
        const text = typeof body.words === 'string' ? body.words.trim() : ''
        if (text)
          await writeEntry(tx, house.secret, returneeRecord(id), {
            kind: 'words',
            text: packed({ text }),
            authorId: visit.actor.staffId,
          })
        return true
      })
      if (!kept)
        return showEdit(
          visit,
          refuse(body, { version: visit.language.t('complaint.changed-meanwhile') }),
          409,
        )
      return goTo(`/purna/${id}`)
    }),
    ...custodyRoutes(house, staff, showRecord),
  ]
}
