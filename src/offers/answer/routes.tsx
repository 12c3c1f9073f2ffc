import { districtOffices, officesToAsk } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type Body, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { largestPhoto, readText } from '../../platform/images/read-text.ts'
import { publicPage } from '../../staff/index.ts'
import { AgainForm } from './again-form.tsx'
import type { Answer } from './answer.ts'
import { AnswerPage } from './answer-page.tsx'
import { CheckPage } from './check-page.tsx'
import type { Sources } from './inspector.ts'
import { keepResult } from './keep-result.ts'
import { type Given, makeAnswer } from './make-answer.ts'
import { type Offer, offerForm, pictureIn, repliesIn } from './offer-form.ts'
import { rulesAsked, speaksOf } from './offline-answer.tsx'
import { QuestionsPage } from './questions-page.tsx'
import { resultRoutes } from './result-routes.tsx'
import { noteSignal } from './signals.ts'

const emptyForm: FormState = { values: {}, errors: {} }

/** The offer check: for everybody, without account, cookie or trace. */
export const answerRoutes = (house: House, sources: Sources): Route[] => {
  const checkPage = async (visit: Visit, form: FormState, status = 200, headers = {}) => {
    const districts = await house.db.asPublic(districtOffices)
    const { t } = visit.language
    return publicPage(house, visit, <CheckPage form={form} districts={districts} />, {
      title: t('check.title'),
      description: t('check.lead'),
      narrow: true,
      status,
      headers,
      script: true,
    })
  }

  const questionsPage = async (visit: Visit, form: FormState, status = 200) => {
    const view = await house.db.asPublic(async tx => {
      const { questions, set } = await sources.inspectorOf(tx)
      const offline = { speaks: speaksOf(set), asked: rulesAsked(set) }
      return (
        <QuestionsPage
          form={form}
          questions={questions}
          districts={await districtOffices(tx)}
          offline={offline}
        />
      )
    })
    const title = visit.language.t('check.questions-title')
    return publicPage(house, visit, view, { title, narrow: true, status, script: true })
  }

  const answered = async (visit: Visit, given: Given, offer: Offer, fromPicture: boolean) => {
    const { answer, helpers } = await house.db.asPublic(async tx => ({
      answer: await makeAnswer(tx, sources, given),
      helpers: await officesToAsk(tx, offer.kantor),
    }))
    // Mended and checked again is still the same offer: it counts once.
    if (!offer.lagi) noteSignal(house, answer, offer.kantor)
    const asked = Object.keys(given.replies).length > 0
    const view = (
      <AnswerPage answer={answer} helpers={helpers}>
        <AgainForm
          text={asked ? undefined : given.text}
          fromPicture={fromPicture}
          carried={carriedOn(given, offer)}
          reportHref={sources.reportHref}
        />
      </AnswerPage>
    )
    const title = visit.language.t(`check.level.${answer.level}`)
    return publicPage(house, visit, view, { title, narrow: true })
  }

  return [
    open('GET', '/cek', visit => checkPage(visit, emptyForm)),
    open('POST', '/cek', async visit => {
      const body = await readBody(visit.c)
      const { t } = visit.language
      const parsed = parseForm(offerForm, body, t)
      if (!parsed.ok) return checkPage(visit, parsed.form, 422)
      const picture = pictureIn(body)
      const read = picture && (await readPicture(picture))
      if (read && !read.ok) {
        const form = refuse(body, { gambar: t(`check.unread.${read.reason}`) })
        return checkPage(visit, form, statusOf[read.reason] ?? 422, retry[read.reason])
      }
      const { data: offer } = parsed
      const text = [offer.teks, read?.text].filter(part => part?.trim()).join('\n\n')
      if (!text && !offer.perusahaan) {
        return checkPage(visit, refuse(body, { teks: t('check.nothing-given') }), 422)
      }
      return answered(visit, { text, company: offer.perusahaan, replies: {} }, offer, read !== undefined)
    }),
    open('GET', '/cek/tanya', visit => questionsPage(visit, emptyForm)),
    open('POST', '/cek/tanya', async visit => {
      const body = await readBody(visit.c)
      const parsed = parseForm(offerForm, body, visit.language.t)
      if (!parsed.ok) return questionsPage(visit, parsed.form, 422)
      const replies = repliesIn(body)
      if (Object.keys(replies).length === 0)
        return questionsPage(visit, refuse(body, { kantor: visit.language.t('check.no-reply') }), 422)
      return answered(visit, { text: '', company: '', replies }, parsed.data, false)
    }),
    open('POST', '/cek/bagikan', async visit => {
      const body = await readBody(visit.c)
      const parsed = parseForm(offerForm, body, visit.language.t)
      if (!parsed.ok) return checkPage(visit, parsed.form, 422)
      const given = givenIn(body, parsed.data)
      if (!given.text.trim() && !given.company && Object.keys(given.replies).length === 0)
        return checkPage(visit, refuse(body, { teks: visit.language.t('check.nothing-given') }), 422)
      const code = await house.db.asPublic(async tx => {
        const answer: Answer = await makeAnswer(tx, sources, given)
        return keepResult(tx, house.clock, answer, await knownDistrict(tx, parsed.data.kantor))
      })
      return goTo(`/cek/h/${code}?baru=1`)
    }),
    ...resultRoutes(house),
  ]
}

const readPicture = async (picture: File) =>
  picture.size > largestPhoto
    ? ({ ok: false, reason: 'too-large' } as const)
    : readText(new Uint8Array(await picture.arrayBuffer()))

const statusOf: Record<string, number> = { busy: 503, 'too-large': 413 }
const retry: Record<string, Record<string, string>> = { busy: { 'retry-after': '20' } }

const givenIn = (body: Body, { teks, perusahaan }: Offer): Given => ({
  text: teks,
  company: perusahaan,
  replies: repliesIn(body),
})

const carriedOn = ({ company, replies }: Given, { kantor }: Offer): Record<string, string> => ({
  lagi: '1',
  ...(company && { perusahaan: company }),
  ...(kantor && { kantor: String(kantor) }),
  ...Object.fromEntries(Object.entries(replies).map(([id, reply]) => [`q-${id}`, reply])),
})

const knownDistrict = async (tx: Tx, id: number | undefined) =>
  (await districtOffices(tx)).find(office => office.id === id)?.id
