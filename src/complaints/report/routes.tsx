import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allOffices, contactsOf, regenciesServed, regencyOfOffice } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Busy, Conflict } from '../../platform/http/failures.ts'
import { optionalText, text } from '../../platform/http/fields.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  parseForm,
  readBody,
  refuse,
  typed,
} from '../../platform/http/forms.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { looksLikeReceipt, parseReceipt } from '../../platform/vault/index.ts'
import { publicPage } from '../../staff/index.ts'
import { QuickExit } from '../../ui/index.ts'
import { dueDayOf } from '../clocks/queries.ts'
import { countries } from '../countries.ts'
import { complaintById } from '../queries.ts'
import { currentWorkflow } from './current-workflow.ts'
import { fileReport } from './file-report.ts'
import { longestStory, reportForm, reportOf } from './form.ts'
import { openReport, withReceipt } from './open-report.ts'
import { readFiles } from './read-files.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { changeNumber, contestClosure, replyAsReporter, withdrawReport } from './reply.ts'
import { ReportPage } from './report-page.tsx'
import { NumberPage, StatusPage } from './status-page.tsx'

const message = z.object({
  message: optionalText(longestStory).refine(value => !looksLikeReceipt(value), 'report.no-receipt-here'),
})
/** What the offer check carries along. */
const checkedOffer = z.object({
  teks: z.string().catch(''),
  perusahaan: z.string().catch(''),
  kantor: z.coerce.number().int().positive().optional().catch(undefined),
})
const objection = z.object({ objection: text(10, longestStory) })

/** For the reporter: the five questions, the number, and what it opens. No account, no cookie, no script needed. */
export const reportRoutes = (house: House): Route[] => {
  const shell = (visit: Visit, view: Parameters<typeof publicPage>[2], status = 200, headers = {}) =>
    publicPage(house, visit, view, {
      // The same on every page here: a title stays in the history of a phone that others use.
      title: visit.language.t('number.title'),
      leave: <QuickExit href="https://www.bmkg.go.id/" label={visit.language.t('report.leave')} />,
      narrow: true,
      script: true,
      status,
      headers,
    })

  const showForm = async (visit: Visit, form: FormState = emptyForm, status = 200, failed?: string) => {
    const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    const shown = await house.db.asPublic(async tx => {
      const offices = await allOffices(tx)
      const contacts = await contactsOf(
        tx,
        offices.filter(({ kind }) => kind !== 'district').map(({ id }) => id),
      )
      const urgent = contacts.flatMap(({ officeId, kind, value, verifiedOn }) =>
        verifiedOn && (kind === 'phone' || kind === 'whatsapp')
          ? [{ office: offices.find(({ id }) => id === officeId)!, kind, value, verifiedOn }]
          : [],
      )
      return { districts: await regenciesServed(tx), urgent }
    })
    // Not "no-store": the back button of a phone must bring back what was typed.
    return shell(
      visit,
      <ReportPage form={form} formId={formId} countries={countries} failed={failed} {...shown} />,
      status,
      {
        'cache-control': 'private, no-cache',
      },
    )
  }

  const showNumber = (visit: Visit, form: FormState = emptyForm, status = 200) =>
    shell(visit, <NumberPage form={form} />, status)

  const numberIn = (body: Body) => parseReceipt(typeof body.number === 'string' ? body.number : '')

  const showStatus = async (
    visit: Visit,
    digits: string,
    form: FormState = emptyForm,
    done?: string,
    status = 200,
  ) => {
    const report = await openReport(house, digits)
    const { t } = visit.language
    if (!report) return showNumber(visit, { values: {}, errors: { number: t('number.unknown') } }, 404)
    const { rules } = await house.db.asPublic(currentWorkflow)
    return shell(
      visit,
      <StatusPage {...report} digits={digits} form={form} grounds={rules.grounds} done={done} />,
      status,
    )
  }

  /** A deed with a number: reads it, does it, and shows the status again. */
  const deed = (
    path: string,
    act: (
      visit: Visit,
      body: Body,
      digits: string,
    ) => Promise<{ form: FormState } | { done: string; digits?: string }>,
  ) =>
    open('POST', path, async visit => {
      const body = await readBody(visit.c)
      const number = numberIn(body)
      if (!number.ok)
        return showNumber(visit, refuse(body, { number: visit.language.t(`number.${number.reason}`) }), 422)
      const outcome = await act(visit, body, number.digits)
      return 'form' in outcome
        ? showStatus(visit, number.digits, outcome.form, undefined, 422)
        : showStatus(visit, outcome.digits ?? number.digits, emptyForm, outcome.done)
    })

  return [
    open('GET', '/lapor', visit => showForm(visit)),
    open('POST', '/lapor', async visit => {
      const body = await readBody(visit.c)
      const { t } = visit.language
      const form = parseForm(reportForm(house.clock()), body, t)
      if (!form.ok) return showForm(visit, form.form, 422)
      const id = randomUUID()
      const files = await readFiles(house, id, body, visit.language)
      if (!files.ok) return showForm(visit, refuse(body, { files: files.message }), 422)
      try {
        const report = { ...reportOf(form.data, 'web'), id, files: files.files }
        const filed = await fileReport(house, form.data.form, report)
        return showReceipt(house, visit, filed, shell)
      } catch (error) {
        if (error instanceof Conflict) return showForm(visit, refuse(body, { form: t(error.key) }), 409)
        if (error instanceof Busy) return showForm(visit, { values: typed(body), errors: {} }, 503, '–')
        const reference = randomUUID().slice(0, 8)
        house.log.error({ err: error, reference, route: '/lapor' }, 'failed')
        return showForm(visit, { values: typed(body), errors: {} }, 500, reference)
      }
    }),
    // One tap from the offer check: what was given there stands in the story already; nothing is sent yet.
    open('POST', '/lapor/dari-cek', async visit => {
      const { data: offer } = checkedOffer.safeParse(await readBody(visit.c))
      const district = offer?.kantor && (await house.db.asPublic(tx => regencyOfOffice(tx, offer.kantor!)))
      const story = [offer?.perusahaan, offer?.teks].filter(Boolean).join('\n\n')
      const values = { story, situation: 'leaving', ...(district && { district }) }
      return showForm(visit, { values, errors: {} })
    }),
    open('GET', '/nomor', visit => showNumber(visit)),
    open('POST', '/nomor', async visit => {
      const body = await readBody(visit.c)
      const number = numberIn(body)
      if (!number.ok)
        return showNumber(visit, refuse(body, { number: visit.language.t(`number.${number.reason}`) }), 422)
      return showStatus(visit, number.digits)
    }),
    deed('/nomor/balas', async (visit, body, digits) => {
      const { t } = visit.language
      const form = parseForm(message, body, t)
      if (!form.ok) return { form: form.form }
      const found = await withReceipt(house, digits, async (_, { complaintId }) => complaintId)
      if (!found) return { done: '' }
      const files = await readFiles(house, found, body, visit.language)
      if (!files.ok) return { form: refuse(body, { files: files.message }) }
      if (!form.data.message && files.files.length === 0)
        return { form: refuse(body, { message: t('form.required') }) }
      await withReceipt(house, digits, (tx, { complaintId }) =>
        replyAsReporter(tx, house, complaintId, form.data.message, files.files),
      )
      return { done: t('status.sent') }
    }),
    deed('/nomor/keberatan', async (visit, body, digits) => {
      const form = parseForm(objection, body, visit.language.t)
      if (!form.ok) return { form: form.form }
      await withReceipt(house, digits, (tx, { complaintId }) =>
        contestClosure(tx, house, complaintId, form.data.objection),
      )
      return { done: visit.language.t('status.contested') }
    }),
    deed('/nomor/cabut', async (visit, _, digits) => {
      await withReceipt(house, digits, (tx, { complaintId }) => withdrawReport(tx, complaintId))
      return { done: visit.language.t('status.withdrawn') }
    }),
    open('POST', '/nomor/ganti', async visit => {
      const number = numberIn(await readBody(visit.c))
      const found =
        number.ok && (await withReceipt(house, number.digits, async (_, { complaintId }) => complaintId))
      if (!number.ok || !found) return showNumber(visit, emptyForm, 404)
      const receipt = await changeNumber(house, found, number.digits)
      return showReceipt(house, visit, { complaintId: found, receipt, isNew: true }, shell)
    }),
  ]
}

const showReceipt = async (
  house: House,
  visit: Visit,
  { complaintId, receipt, isNew }: Awaited<ReturnType<typeof fileReport>>,
  shell: (visit: Visit, view: Parameters<typeof publicPage>[2]) => Response,
) => {
  const shown = await withReceipt(house, receipt, async tx => {
    const complaint = (await complaintById(tx, complaintId))!
    return { office: complaint.owner, answerBy: await dueDayOf(tx, complaintId, 'first-response') }
  })
  const answerBy = shown?.answerBy ? String(dayOf(shown.answerBy).subtract({ days: 1 })) : undefined
  return shell(
    visit,
    <ReceiptPage receipt={receipt} isNew={isNew} office={shown?.office ?? ''} answerBy={answerBy} />,
  )
}
