import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { z } from 'zod'
import { deriveInTurn, NumberPage, whyNotTaken } from '../../complaints/index.ts'
import { regenciesServed } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Busy, Conflict, NotFound } from '../../platform/http/failures.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  parseForm,
  readBody,
  refuse,
} from '../../platform/http/forms.ts'
import { languageOf, open, type Route, type Visit } from '../../platform/http/route.ts'
import { salvage } from '../../platform/http/salvage.ts'
import { type OpenReceipt, parseReceipt } from '../../platform/vault/index.ts'
import { publicPage } from '../../staff/index.ts'
import { bandOf, codesOf, personOf, selfForm, wishesForm } from './form.ts'
import { originOf } from './origin-of.ts'
import {
  answerInvitation,
  changeOwnNumber,
  changeWishes,
  openOwn,
  registerSelf,
  withdrawSelf,
} from './register-self.ts'
import { RegisteredPage } from './registered-page.tsx'
import { OwnPage, SelfPage } from './self-pages.tsx'

const path = '/purna/daftar'
const Answer = z.object({
  invitation: z.uuid('form.choose'),
  answer: z.enum(['accept', 'decline'], 'form.choose'),
})
const Sure = z.object({ sure: z.literal('yes', 'returnees.withdraw-tick') })

const selfPages = (house: House) => {
  const shell = (visit: Visit, view: VNode, status = 200, headers = {}) =>
    publicPage(house, visit, view, {
      title: visit.language.t('returnees.self-title'),
      leave: true,
      narrow: true,
      script: true,
      status,
      headers,
    })
  /** @param failed why it did not arrive, when that was not the person's doing; the page then comes even without a database */
  const showForm = async (visit: Visit, form: FormState = emptyForm, status = 200, failed?: string) => {
    const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    const districts = await house.db.asPublic(regenciesServed).catch(error => {
      if (failed === undefined) throw error
      return [form.values.district ?? []].flat().map(code => ({ code, name: code }))
    })
    const view = <SelfPage form={form} formId={formId} districts={districts} failed={failed} />
    // Not "no-store": the back button of a phone must bring back what was typed.
    return shell(visit, view, status, { 'cache-control': 'private, no-cache' })
  }
  return { shell, showForm }
}

/** For whoever came home: registers alone, and keeps the registration with a number. No account, no script needed. */
export const selfRoutes = (house: House): Route[] => {
  const { shell, showForm } = selfPages(house)

  const refuseNumber = (visit: Visit, body: Body, reason: 'mistyped' | 'length' | 'unknown') => {
    const form = refuse(body, { number: visit.language.t(`number.${reason}`) })
    return shell(visit, <NumberPage form={form} action="/purna/nomor" />, reason === 'unknown' ? 404 : 422)
  }

  /** A deed with a number; then the record as it stands. */
  const deed = (
    at: string,
    act: (visit: Visit, body: Body, receipt: OpenReceipt) => Promise<{ form: FormState } | { done?: string }>,
  ) =>
    open('POST', at, async visit => {
      const body = await readBody(visit.c)
      const number = parseReceipt(typeof body.number === 'string' ? body.number : '')
      if (!number.ok) return refuseNumber(visit, body, number.reason)
      const receipt = await deriveInTurn(house.secret, number.digits, 'number')
      if (!(await openOwn(house, receipt))) return refuseNumber(visit, body, 'unknown')
      const outcome = await act(visit, body, receipt)
      const own = (await openOwn(house, receipt))!
      const form = 'form' in outcome ? outcome.form : emptyForm
      const done = 'done' in outcome ? outcome.done : undefined
      const view = <OwnPage {...own} digits={number.digits} form={form} done={done} />
      return shell(visit, view, 'form' in outcome ? 422 : 200)
    })

  return [
    open('GET', path, visit => showForm(visit)),
    open('POST', path, async visit => {
      const body = await readBody(visit.c)
      const today = dayOf(house.clock())
      const form = parseForm(selfForm(today), body, visit.language.t)
      if (!form.ok) return showForm(visit, form.form, 422)
      const { data } = form
      const origin = await house.db.asPublic(tx => originOf(tx, data.district, data.village))
      if (origin === undefined)
        return showForm(visit, refuse(body, { district: visit.language.t('form.choose') }), 422)
      const registered = await registerSelf(house, data.form, {
        ...codesOf(data, origin, bandOf(data.bornOn, today)),
        person: personOf(data),
        words: data.words,
      })
      return shell(visit, <RegisteredPage {...registered} />)
    }),
    open('GET', '/purna/nomor', visit => shell(visit, <NumberPage form={emptyForm} action="/purna/nomor" />)),
    deed('/purna/nomor', async () => ({})),
    deed('/purna/nomor/minat', async (visit, body, receipt) => {
      const form = parseForm(wishesForm, body, visit.language.t)
      if (!form.ok) return { form: form.form }
      await changeWishes(house, receipt, form.data)
      return { done: visit.language.t('returnees.changed') }
    }),
    deed('/purna/nomor/undangan', async (visit, body, receipt) => {
      const form = parseForm(Answer, body, visit.language.t)
      if (!form.ok) return { form: { ...emptyForm, errors: form.form.errors } }
      const { invitation, answer } = form.data
      try {
        await answerInvitation(house, receipt, invitation, answer)
      } catch (error) {
        // Full, begun or closed meanwhile: said on the page, which shows how it stands now.
        if (!(error instanceof Conflict || error instanceof NotFound)) throw error
        const why = error instanceof Conflict ? error.key : 'complaint.changed-meanwhile'
        return { form: { ...emptyForm, errors: { answer: visit.language.t(why) } } }
      }
      return { done: visit.language.t(`programmes.own-said-${answer}`) }
    }),
    deed('/purna/nomor/cabut', async (visit, body, receipt) => {
      const form = parseForm(Sure, body, visit.language.t)
      if (!form.ok) return { form: { ...emptyForm, errors: form.form.errors } }
      await withdrawSelf(house, receipt)
      return { done: visit.language.t('returnees.withdrawn') }
    }),
    open('POST', '/purna/nomor/ganti', async visit => {
      const body = await readBody(visit.c)
      const number = parseReceipt(typeof body.number === 'string' ? body.number : '')
      if (!number.ok) return refuseNumber(visit, body, number.reason)
      const changed = await changeOwnNumber(house, await deriveInTurn(house.secret, number.digits, 'number'))
      return changed ? shell(visit, <RegisteredPage {...changed} />) : refuseNumber(visit, body, 'unknown')
    }),
  ]
}

/** A registration that could not be taken, for whatever reason, comes back with all that was typed. @returns nothing for other pages */
export const recoverRegistration = (house: House) => {
  const { showForm } = selfPages(house)
  return async (c: Context, error: Error): Promise<Response | undefined> => {
    if (c.req.method !== 'POST' || c.req.path !== path) return undefined
    const visit = { c, language: languageOf(c) }
    const { status, why } = whyNotTaken(error, house, visit.language.t)
    const answer = await showForm(visit, { values: await salvage(c), errors: {} }, status, why)
    if (error instanceof Busy) answer.headers.set('retry-after', String(error.retrySeconds))
    return answer
  }
}
