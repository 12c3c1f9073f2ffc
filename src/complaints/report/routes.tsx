import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { regencyOfOffice } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { formId, optionalText, text } from '../../platform/http/fields.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  parseForm,
  readBody,
  refuse,
} from '../../platform/http/forms.ts'
import { keptForm } from '../../platform/http/kept-form.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { looksLikeReceipt, type OpenReceipt, parseReceipt } from '../../platform/vault/index.ts'
import { isRetold } from './again-page.tsx'
import { deriveInTurn } from './derive-in-turn.ts'
import { fileReport, UnknownRegion } from './file-report.ts'
import { longestStory, reportForm, reportOf } from './form.ts'
import { openReport, withReceipt } from './open-report.ts'
import { readFiles } from './read-files.ts'
import { caseOfForm, receiptOfForm } from './receipt-of-form.ts'
import { changeNumber, contestClosure, replyAsReporter, withdrawReport } from './reply.ts'
import { freshPath, keptPath, reporterPages } from './show.tsx'
import { takeKept } from './take-kept.ts'

const message = z.object({
  form: formId.optional(),
  message: optionalText(longestStory).refine(value => !looksLikeReceipt(value), 'report.no-receipt-here'),
})
/** What the offer check carries along. */
const checkedOffer = z.object({
  teks: z.string().catch(''),
  perusahaan: z.string().catch(''),
  kantor: z.coerce.number().int().positive().optional().catch(undefined),
})
const objection = z.object({ form: formId.optional(), objection: text(10, longestStory) })

interface Bearer {
  receipt: OpenReceipt
  complaintId: string
  digits: string
}

/** For the reporter: the five questions, the number, and what it opens. No account, no cookie, no script needed. */
export const reportRoutes = (house: House): Route[] => {
  const questions = reportForm(house.clock)
  const { showForm, showNumber, showAgain, showStatus, showReceipt } = reporterPages(house)

  const numberIn = (body: Body) => parseReceipt(typeof body.number === 'string' ? body.number : '')

  const refuseNumber = (visit: Visit, body: Body, reason: 'mistyped' | 'length' | 'unknown') => {
    const path = visit.c.req.path
    const why = visit.language.t(`number.${reason}`)
    const form = refuse(body, { number: why })
    const status = reason === 'unknown' ? 404 : 422
    return isRetold(path) ? showAgain(visit, { path, form, why }, status) : showNumber(visit, form, status)
  }

  /** A deed with a number: what it does, and says that it did; or the form again. */
  const deed = (
    path: string,
    act: (visit: Visit, body: Body, bearer: Bearer) => Promise<{ form: FormState } | { done: string }>,
  ) =>
    open('POST', path, async visit => {
      const body = await readBody(visit.c)
      const number = numberIn(body)
      if (!number.ok) return refuseNumber(visit, body, number.reason)
      const receipt = await deriveInTurn(house.secret, number.digits, 'number')
      const found = await withReceipt(house, receipt, async (_, { complaintId }) => complaintId)
      if (!found) return refuseNumber(visit, body, 'unknown')
      const outcome = await act(visit, body, { receipt, complaintId: found, digits: number.digits })
      const shown = await openReport(house, receipt)
      if (!shown) return refuseNumber(visit, body, 'unknown')
      return 'form' in outcome
        ? showStatus(visit, number.digits, shown, outcome.form, undefined, 422)
        : showStatus(visit, number.digits, shown, emptyForm, outcome.done)
    })

  return [
    open('GET', '/lapor', visit => showForm(visit)),
    open('POST', '/lapor', async visit => {
      const body = await readBody(visit.c)
      const { t } = visit.language
      const form = parseForm(questions, body, t)
      if (!form.ok) return showForm(visit, form.form, 422)
      const id = caseOfForm(house.secret, form.data.form)
      const files = await readFiles(house, id, body, visit.language)
      if (!files.ok) return showForm(visit, refuse(body, { files: files.message }), 422)
      const report = { ...reportOf(form.data, 'web'), id, files: files.files }
      try {
        return showReceipt(visit, await fileReport(house, form.data.form, report))
      } catch (error) {
        if (!(error instanceof UnknownRegion)) throw error
        return showForm(visit, refuse(body, { district: t('form.choose') }), 422)
      }
    }),
    open('GET', freshPath, () => {
      const form = randomUUID()
      const headers = { 'content-type': 'text/plain', 'cache-control': 'no-store' }
      return new Response(`${form} ${receiptOfForm(house.secret, form)}`, { headers })
    }),
    keptForm(house, keptPath, (visit, body) => takeKept(house, body, visit.language)),
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
      if (!number.ok) return refuseNumber(visit, body, number.reason)
      const report = await openReport(house, await deriveInTurn(house.secret, number.digits, 'number'))
      return report ? showStatus(visit, number.digits, report) : refuseNumber(visit, body, 'unknown')
    }),
    deed('/nomor/balas', async (visit, body, { receipt, complaintId }) => {
      const { t } = visit.language
      const form = parseForm(message, body, t)
      if (!form.ok) return { form: form.form }
      const files = await readFiles(house, complaintId, body, visit.language)
      if (!files.ok) return { form: refuse(body, { files: files.message }) }
      if (!form.data.message && files.files.length === 0)
        return { form: refuse(body, { message: t('form.required') }) }
      const said = { entryId: form.data.form, text: form.data.message, files: files.files }
      await withReceipt(house, receipt, tx => replyAsReporter(tx, house, complaintId, said))
      return { done: t('status.sent') }
    }),
    deed('/nomor/keberatan', async (visit, body, { receipt, complaintId }) => {
      const form = parseForm(objection, body, visit.language.t)
      if (!form.ok) return { form: form.form }
      const said = { entryId: form.data.form, text: form.data.objection }
      await withReceipt(house, receipt, tx => contestClosure(tx, house, complaintId, said))
      return { done: visit.language.t('status.contested') }
    }),
    deed('/nomor/cabut', async (visit, _, { receipt, complaintId }) => {
      await withReceipt(house, receipt, tx => withdrawReport(tx, complaintId))
      return { done: visit.language.t('status.withdrawn') }
    }),
    open('POST', '/nomor/ganti', async visit => {
      const body = await readBody(visit.c)
      const number = numberIn(body)
      if (!number.ok) return refuseNumber(visit, body, number.reason)
      const receipt = await deriveInTurn(house.secret, number.digits, 'number')
      const found = await withReceipt(house, receipt, async (_, { complaintId }) => complaintId)
      if (!found) return refuseNumber(visit, body, 'unknown')
      return showReceipt(visit, await changeNumber(house, found, receipt))
    }),
  ]
}
