import type { VNode } from 'preact'
import { deriveInTurn } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { type Body, emptyForm, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { type OpenReceipt, parseReceipt } from '../../platform/vault/index.ts'
import { publicPage } from '../../staff/index.ts'
import { returneeOfReceipt } from '../register/receipt-queries.ts'
import type { FollowUp } from './follow-up.ts'
import { ownForm } from './form.ts'
import { noteContact } from './note-contact.ts'
import { NewsDoorPage, OwnNewsPage } from './own-pages.tsx'
import { dueFollowUps } from './queries.ts'

const mostDue = 12

/** For whoever attended or began: tells alone how it goes, with the number and nothing in the address. */
export const ownFollowUpRoutes = (house: House): Route[] => {
  const shell = (visit: Visit, view: VNode, status = 200) =>
    publicPage(house, visit, view, {
      title: visit.language.t('aftercare.own-title'),
      leave: true,
      narrow: true,
      script: true,
      status,
    })
  const today = () => String(dayOf(house.clock()))

  const refuseNumber = (visit: Visit, body: Body, reason: 'mistyped' | 'length' | 'unknown') => {
    const form = refuse(body, { number: visit.language.t(`number.${reason}`) })
    return shell(visit, <NewsDoorPage form={form} />, reason === 'unknown' ? 404 : 422)
  }

  /** What is due for the bearer. @returns nothing when the number opens nothing */
  const dueOf = ({ lookup }: OpenReceipt): Promise<FollowUp[] | undefined> =>
    house.db.asReporter(lookup.toString('hex'), async tx =>
      (await returneeOfReceipt(tx, lookup)) ? dueFollowUps(tx, today(), mostDue) : undefined,
    )

  const withNumber = async (
    visit: Visit,
    act: (body: Body, receipt: OpenReceipt, digits: string, due: FollowUp[]) => Promise<Response> | Response,
  ) => {
    const body = await readBody(visit.c)
    const number = parseReceipt(typeof body.number === 'string' ? body.number : '')
    if (!number.ok) return refuseNumber(visit, body, number.reason)
    const receipt = await deriveInTurn(house.secret, number.digits, 'number')
    const due = await dueOf(receipt)
    return due ? act(body, receipt, number.digits, due) : refuseNumber(visit, body, 'unknown')
  }

  return [
    open('GET', '/purna/kabar', visit => shell(visit, <NewsDoorPage form={emptyForm} />)),
    open('POST', '/purna/kabar', visit =>
      withNumber(visit, (_, __, digits, due) =>
        shell(visit, <OwnNewsPage due={due} digits={digits} form={emptyForm} />),
      ),
    ),
    open('POST', '/purna/kabar/jawab', visit =>
      withNumber(visit, async (body, receipt, digits, due) => {
        const form = parseForm(ownForm, body, visit.language.t)
        if (!form.ok) return shell(visit, <OwnNewsPage due={due} digits={digits} form={form.form} />, 422)
        const { at, told } = form.data
        // Sent twice: the second is thanked for as well, and nothing is kept twice.
        if (due.some(({ startId, month }) => startId === at.startId && month === at.month))
          await house.db.asReporter(receipt.lookup.toString('hex'), tx =>
            noteContact(house, tx, null, at, told),
          )
        const left = (await dueOf(receipt)) ?? []
        const done = visit.language.t('aftercare.own-thanks')
        return shell(visit, <OwnNewsPage due={left} digits={digits} form={emptyForm} done={done} />)
      }),
    ),
  ]
}
