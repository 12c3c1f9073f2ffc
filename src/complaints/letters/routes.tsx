import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  parseForm,
  readBody,
  typed,
} from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { CaseCrumbs } from '../case-crumbs.tsx'
import { caseForReading, caseIdOf } from '../case-gate.ts'
import { compose } from './compose.ts'
import { identityForm, type LetterInput, letterForm, personName } from './form.ts'
import { keepLetter, readLetter } from './keep-letter.ts'
import { isLetterKind, type LetterKind, ruleOf } from './letter.ts'
import { LetterPage } from './letter-page.tsx'
import { LetterPanel } from './panel.tsx'
import { type Paper, pdfOf, pictureOf } from './paper.ts'
import { hasIdentity, openForLetter, prefill, prefillFrom } from './prefill.ts'
import { prepareLetter } from './prepare-letter.ts'
import { PreviewPage } from './preview-page.tsx'
import { lettersOf } from './queries.ts'

const work = (deed: string) => ({ may: 'case.work', audit: `letter.${deed}` }) as const

/** Letters of a case: filled in, looked at, then numbered, sealed and listed. */
export const letterRoutes = (house: House, staff: StaffRoute): Route[] => [
  staff('GET', '/aduan/:id/surat', { may: 'case.read', audit: 'none' }, async visit => {
    const id = caseIdOf(visit)
    const letters = await visit.within(async tx => {
      await caseForReading(tx, visit.actor, id)
      return lettersOf(tx, id)
    })
    const mayWrite = may(visit.actor, 'case.work')
    const view = <LetterPanel complaintId={id} letters={letters} mayWrite={mayWrite} />
    return show(visit, visit.language.t('letters.title'), view)
  }),
  staff('GET', '/aduan/:id/surat/berkas/:letter', { may: 'case.read', audit: 'letter.read' }, async visit => {
    const id = caseIdOf(visit)
    const { letter } = await visit.withKeys(keys =>
      visit.within(async tx => {
        await caseForReading(tx, visit.actor, id)
        return readLetter(tx, keys, id, idOf(visit.c, 'letter') ?? 0)
      }),
    )
    return paper(Buffer.from(letter.pdf, 'base64'), 'attachment', fileName(letter.number))
  }),
  staff('GET', '/aduan/:id/surat/:kind', { may: 'case.work', audit: 'none' }, visit => fillIn(house, visit)),
  staff('POST', '/aduan/:id/surat/:kind/identitas', work('identity-opened'), async visit => {
    const body = await readBody(visit.c)
    const form = parseForm(identityForm, body, visit.language.t)
    if (!form.ok) return fillIn(house, visit, { motive: form.form, body, status: 422 })
    const [id, kind] = [caseIdOf(visit), kindOf(visit)]
    const opened = await visit.withKeys(keys =>
      visit.within(tx => openForLetter(house, tx, visit.actor, keys, id, kind, form.data.motive)),
    )
    return fillIn(house, visit, { body, opened })
  }),
  staff('POST', '/aduan/:id/surat/:kind/ubah', work('changed'), async visit => {
    const body = await readBody(visit.c)
    return fillIn(house, visit, { form: { values: typed(body), errors: {} } })
  }),
  staff('POST', '/aduan/:id/surat/:kind/periksa', work('previewed'), visit =>
    withInput(house, visit, async (input, body) => {
      const { paper: drawn, logo } = await previewOf(house, visit, input)
      const picture = pictureOf(drawn, logo)
      const view = (
        <PreviewPage
          complaintId={caseIdOf(visit)}
          kind={kindOf(visit)}
          form={{ values: typed(body), errors: {} }}
          picture={picture.length > largestPicture ? undefined : picture}
          full={input.full === 'yes'}
        />
      )
      return show(visit, visit.language.t(`letters.kind.${kindOf(visit)}`), view)
    }),
  ),
  staff('POST', '/aduan/:id/surat/:kind/lihat', work('previewed'), visit =>
    withInput(house, visit, async input => {
      const { paper: drawn, logo } = await previewOf(house, visit, input)
      return paper(pdfOf(drawn, logo), 'inline', 'pratinjau.pdf')
    }),
  ),
  staff('POST', '/aduan/:id/surat/:kind', work('numbered'), visit =>
    withInput(house, visit, async input => {
      const [id, kind] = [caseIdOf(visit), kindOf(visit)]
      const location = await visit.withKeys(keys =>
        visit.within(tx =>
          once(tx, visit.actor.staffId, input.form, async () => {
            const letter = await prepareLetter(house, tx, visit.actor, keys, { complaintId: id, kind, input })
            await keepLetter(house, tx, visit.actor, letter)
            return `/aduan/${id}/surat`
          }),
        ),
      )
      return goTo(location)
    }),
  ),
]

/** Letters of one drawing that still go into a page. */
const largestPicture = 2_000_000

interface Filled {
  form?: FormState
  motive?: FormState
  body?: Body
  opened?: FormState['values']
  status?: number
}

const fillIn = async (house: House, visit: StaffVisit, filled: Filled = {}) => {
  const [id, kind] = [caseIdOf(visit), kindOf(visit)]
  const asked = visit.c.req.query('perbaiki') ?? filled.body?.corrects ?? filled.form?.values.corrects
  const corrects = z.coerce.number().int().positive().safeParse(asked).data
  const screening = visit.c.req.query('asesmen') ?? filled.body?.screening
  const start = await visit.withKeys(keys =>
    house.db.asActor(visit.actor, async tx => ({
      known: await prefill(house, tx, visit.actor, id, kind),
      earlier: corrects ? await prefillFrom(tx, keys, id, corrects) : undefined,
      sealed: await hasIdentity(tx, keys, id),
    })),
  )
  const form = filled.form ?? {
    values: {
      ...start.known,
      ...(typeof screening === 'string' && { screening }),
      ...start.earlier?.values,
      ...filled.opened,
    },
    errors: {},
  }
  const wasOpened = filled.opened ?? ruleOf(kind).identity.some(part => form.values[personName(part)])
  const view = (
    <LetterPage
      complaintId={id}
      kind={kind}
      form={form}
      formId={z.uuid().safeParse(form.values.form).data ?? randomUUID()}
      motive={filled.motive ?? emptyForm}
      identity={wasOpened ? 'opened' : start.sealed ? 'sealed' : 'none'}
      corrects={start.earlier?.number}
    />
  )
  return show(visit, visit.language.t(`letters.kind.${kind}`), view, filled.status)
}

/** Goes on with a letter that is filled in well; otherwise the form comes back with what was typed. */
const withInput = async (
  house: House,
  visit: StaffVisit,
  go: (input: LetterInput, body: Body) => Promise<Response>,
) => {
  const body = await readBody(visit.c)
  const form = parseForm(letterForm(kindOf(visit)), body, visit.language.t)
  return form.ok
    ? go(form.data as LetterInput, body)
    : fillIn(house, visit, { form: form.form, body, status: 422 })
}

const previewOf = async (
  house: House,
  visit: StaffVisit,
  input: LetterInput,
): Promise<{ paper: Paper; logo: Uint8Array | undefined }> => {
  const [complaintId, kind] = [caseIdOf(visit), kindOf(visit)]
  const { writing, logo } = await visit.withKeys(keys =>
    visit.within(tx => prepareLetter(house, tx, visit.actor, keys, { complaintId, kind, input })),
  )
  return { paper: compose({ ...writing, number: '…', preview: true }), logo }
}

const kindOf = ({ c }: StaffVisit): LetterKind => {
  const kind = c.req.param('kind')
  if (!isLetterKind(kind)) throw new NotFound()
  return kind
}

const show = (visit: StaffVisit, title: string, view: Parameters<StaffVisit['page']>[0], status = 200) =>
  visit.page(view, {
    title,
    crumbs: <CaseCrumbs complaintId={caseIdOf(visit)} place="surat" />,
    status,
  })

const fileName = (number: string) => `${number.replace(/[^A-Za-z0-9-]+/g, '_')}.pdf`

const paper = (pdf: Uint8Array, how: 'inline' | 'attachment', name: string) =>
  new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `${how}; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
