import { randomUUID } from 'node:crypto'
import type { VNode } from 'preact'
import { z } from 'zod'
import { allOffices, contactsOf, regenciesServed } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { emptyForm, type FormState } from '../../platform/http/forms.ts'
import type { Visit } from '../../platform/http/route.ts'
import { envelopeKey } from '../../platform/vault/index.ts'
import { publicPage } from '../../staff/index.ts'
import { largestFile, mostFiles } from '../files/accept-file.ts'
import { AgainPage, type Retold } from './again-page.tsx'
import { currentWorkflow } from './current-workflow.ts'
import type { Filed } from './file-report.ts'
import { longestStory } from './form.ts'
import { keepWords } from './keep-words.ts'
import { NumberPage } from './number-page.tsx'
import type { OpenedReport } from './open-report.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { ReportPage } from './report-page.tsx'
import { StatusPage } from './status-page.tsx'

/** Where a report goes that waited on a device. */
export const keptPath = '/lapor/titipan'

/** Gives a form its number, and the receipt it will lead to. */
export const freshPath = '/lapor/formulir'

/** Below what a body may weigh, by as much as its fields may. */
const largestKept = 60_000_000

/** The pages of the reporter, ready to be answered with. */
export const reporterPages = (house: House) => {
  const shell = (visit: Visit, view: VNode, status = 200, headers = {}, script: Script = 'public.ts') =>
    publicPage(house, visit, view, {
      // The same on every page here: a title stays in the history of a phone that others use.
      title: visit.language.t('number.title'),
      leave: true,
      narrow: true,
      script,
      status,
      headers,
    })

  /** @param failed why it did not arrive, when that was not the reporter's doing; the page then comes even without a database */
  const showForm = async (visit: Visit, form: FormState = emptyForm, status = 200, failed?: string) => {
    const formId = z.uuid().safeParse(form.values.form).data ?? randomUUID()
    const shown = await house.db.asPublic(offered).catch(error => {
      if (failed === undefined) throw error
      return withoutDatabase(form)
    })
    const keep = {
      words: keepWords(visit.language.t),
      house: envelopeKey(house.secret),
      to: keptPath,
      fresh: freshPath,
      limits: { largest: largestKept, largestFile, mostFiles, longest: longestStory },
    }
    const page = <ReportPage form={form} formId={formId} failed={failed} keep={keep} {...shown} />
    return shell(visit, page, status, keptByTheBrowser, 'public-form.ts')
  }

  const showNumber = (visit: Visit, form: FormState = emptyForm, status = 200) =>
    shell(visit, <NumberPage form={form} action="/nomor" />, status)

  const showAgain = (visit: Visit, retold: Retold, status: number) =>
    shell(visit, <AgainPage {...retold} />, status, keptByTheBrowser)

  const showStatus = async (
    visit: Visit,
    digits: string,
    report: OpenedReport,
    form: FormState = emptyForm,
    done?: string,
    status = 200,
  ) => {
    const { rules } = await house.db.asPublic(currentWorkflow)
    return shell(
      visit,
      <StatusPage {...report} digits={digits} form={form} grounds={rules.grounds} done={done} />,
      status,
    )
  }

  const showReceipt = (visit: Visit, { receipt, isNew, office, answerBy }: Filed) => {
    const lastDay = answerBy ? String(dayOf(answerBy).subtract({ days: 1 })) : undefined
    return shell(visit, <ReceiptPage receipt={receipt} isNew={isNew} office={office} answerBy={lastDay} />)
  }

  return { showForm, showNumber, showAgain, showStatus, showReceipt }
}

type Script = 'public.ts' | 'public-form.ts'

// Not "no-store": the back button of a phone must bring back what was typed.
const keptByTheBrowser = { 'cache-control': 'private, no-cache' }

const offered = async (tx: Tx) => {
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
}

/** What was chosen stays chosen. */
const withoutDatabase = ({ values: { district } }: FormState): Awaited<ReturnType<typeof offered>> => ({
  districts: typeof district === 'string' && district ? [{ code: district, name: district }] : [],
  urgent: [],
})
