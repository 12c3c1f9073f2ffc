import type { ComponentChildren } from 'preact'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, parseForm, readBody, refuse, typed } from '../../platform/http/forms.ts'
import { open, type Route, type Visit } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import { answersOf } from './answers.ts'
import { CheckPage, OutcomePage } from './check-page.tsx'
import { ChecklistPage } from './checklist-page.tsx'
import { type CurrentProcedure, currentProcedure } from './current-procedure.ts'
import { PaperPage, StepPage } from './detail-page.tsx'
import { LetterPage } from './letter-page.tsx'
import { LetterForm, permissionLetter } from './permission-letter.ts'
import { roadOf, wayOf } from './road.ts'
import { RoadPage } from './road-page.tsx'
import { VersionLine } from './told.tsx'

/** The official way abroad, for everybody: nothing that is asked or answered here is kept. */
export const procedureRoutes = (house: House): Route[] => {
  const current = () => house.db.asPublic(currentProcedure)
  const show = (visit: Visit, view: ComponentChildren, parts: Shown) =>
    publicPage(house, visit, view, {
      narrow: !parts.hero,
      ...parts,
      foot: parts.version && <VersionLine {...parts.version} />,
    })

  return [
    open('GET', '/jalur', async visit => {
      const { t } = visit.language
      const version = await current()
      const view = <RoadPage procedure={version.procedure} road={roadAsked(visit, version)} />
      const title = t('route.title')
      const hero = (
        <section class="hero">
          <div class="wrap">
            <h1>{title}</h1>
            <p>{t('route.lead')}</p>
          </div>
        </section>
      )
      return show(visit, view, { title, description: t('route.lead'), hero, version })
    }),
    open('GET', '/jalur/langkah/:id', async visit => {
      const version = await current()
      const step = named(version.procedure.steps, visit)
      const view = <StepPage procedure={version.procedure} step={step} />
      return show(visit, view, { title: step.title[visit.language.locale], version })
    }),
    open('GET', '/jalur/dokumen/:id', async visit => {
      const version = await current()
      const paper = named(version.procedure.documents, visit)
      const view = <PaperPage procedure={version.procedure} paper={paper} />
      return show(visit, view, { title: paper.name[visit.language.locale], version })
    }),
    open('GET', '/jalur/daftar', async visit => {
      const version = await current()
      const view = <ChecklistPage procedure={version.procedure} road={roadAsked(visit, version)} />
      return show(visit, view, { title: visit.language.t('route.list-title'), version, script: true })
    }),
    open('GET', '/jalur/cek', async visit => {
      const version = await current()
      const view = <CheckPage procedure={version.procedure} form={emptyForm} />
      return show(visit, view, { title: visit.language.t('route.check-title'), version })
    }),
    open('POST', '/jalur/cek', async visit => {
      const { t } = visit.language
      const version = await current()
      const { procedure } = version
      const body = await readBody(visit.c)
      const answered = answersOf(procedure, body)
      if (answered.every(({ answer }) => !answer)) {
        const form = refuse(body, { [procedure.questions[0]!.id]: t('route.answer-one') })
        const view = <CheckPage procedure={procedure} form={form} />
        return show(visit, view, { title: t('route.check-title'), version, status: 422 })
      }
      const form = { values: typed(body), errors: {} }
      const view = <OutcomePage procedure={procedure} answered={answered} form={form} />
      return show(visit, view, { title: t('route.check-title'), version })
    }),
    open('GET', '/jalur/surat-izin', visit =>
      show(visit, <LetterPage form={emptyForm} />, { title: visit.language.t('route.letter-title') }),
    ),
    open('GET', '/jalur/surat-izin/kosong', () => paper(permissionLetter(LetterForm.parse({})))),
    open('POST', '/jalur/surat-izin', async visit => {
      const { t } = visit.language
      const given = parseForm(LetterForm, await readBody(visit.c), t)
      if (given.ok) return paper(permissionLetter(given.data))
      return show(visit, <LetterPage form={given.form} />, { title: t('route.letter-title'), status: 422 })
    }),
  ]
}

interface Shown {
  title: string
  description?: string
  hero?: ComponentChildren
  version?: CurrentProcedure
  status?: number
  script?: boolean
}

const roadAsked = ({ c }: Visit, { procedure }: CurrentProcedure) =>
  roadOf(procedure, wayOf(procedure, c.req.query('skema'), c.req.query('negara')))

const named = <T extends { id: string }>(list: T[], { c }: Visit): T => {
  const found = list.find(({ id }) => id === c.req.param('id'))
  if (!found) throw new NotFound()
  return found
}

const paper = (pdf: Uint8Array) =>
  new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="surat-izin-keluarga.pdf"',
      'cache-control': 'no-store',
    },
  })
