import type { Context } from 'hono'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import {
  type Body,
  emptyForm,
  type FormState,
  type Parsed,
  readBody,
  refuse,
} from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import {
  may,
  type OfficeKeys,
  once,
  type Permission,
  type StaffRoute,
  type StaffVisit,
} from '../../staff/index.ts'
import type { Identity } from '../contents.ts'
import { CasePage, type CasePanel } from './case-page.tsx'
import { readCase } from './read-case.ts'
import { caseNumber, caseTitle } from './words.ts'

/** Other parts of the room bring their panels here, each from the case that is shown. */
export type PanelMaker = (
  visit: StaffVisit,
  tx: Tx,
  shown: Awaited<ReturnType<typeof readCase>>,
) => Promise<CasePanel>

export const caseId = (c: Context, name = 'id'): string => {
  const id = z.uuid().safeParse(c.req.param(name))
  if (!id.success) throw new NotFound()
  return id.data
}

export type ShowCase = (
  visit: StaffVisit,
  form?: FormState,
  status?: number,
  identity?: Identity,
) => Promise<Response>

export const showingCase =
  (house: House, makers: readonly PanelMaker[]): ShowCase =>
  async (visit, form = emptyForm, status = 200, identity) => {
    const { actor, language } = visit
    const shown = await readCase(house, visit, caseId(visit.c))
    const panels = await house.db.asActor(actor, async tx => {
      const made: CasePanel[] = []
      for (const make of makers) made.push(await make(visit, tx, shown))
      return made
    })
    const view = (
      <CasePage
        {...shown}
        form={form}
        formId={formIdOf(form)}
        actor={actor}
        mayWork={may(actor, 'case.work')}
        mayJudge={may(actor, 'case.judge')}
        now={house.clock()}
        identity={identity}
        panels={panels}
        done={undefined}
      />
    )
    return visit.page(view, {
      title: caseTitle(shown.complaint, language),
      crumbs: (
        <>
          <a href="/aduan">{language.t('nav.complaints')}</a> ·{' '}
          <span class="num">{caseNumber(shown.complaint)}</span>
        </>
      ),
      status,
    })
  }

export const formIdOf = (form: FormState) =>
  typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()

interface Deed<T> {
  path: string
  may: Permission
  audit: `${string}.${string}`
  /** Reads the form; what is wrong comes back as the form. */
  read?: (body: Body, visit: StaffVisit) => Parsed<T> | Promise<Parsed<T>>
  act: (tx: Tx, visit: StaffVisit, id: string, data: T, keys: OfficeKeys | undefined) => Promise<unknown>
  /** Needs the secret keys of the office. */
  withKeys?: boolean
  /** Where a form that did not pass is shown again; the case, when it stands nowhere else. */
  again?: (visit: StaffVisit, form: FormState, status: number) => Promise<Response>
  /** Where it leads; the case, when nothing else is said. */
  to?: (id: string) => string
}

/**
 * A deed on a case: one form, one transaction with its line in the audit trail, done once however often it is sent. Who comes too
 * late sees what stands now, with everything typed still there.
 */
export const caseDeeds =
  (staff: StaffRoute, show: ShowCase) =>
  <T,>({ path, may: permission, audit, read, act, withKeys, again = show, to }: Deed<T>): Route =>
    staff('POST', path, { may: permission, audit }, async visit => {
      const id = caseId(visit.c)
      const body = await readBody(visit.c)
      const given = await read?.(body, visit)
      if (given && !given.ok) return again(visit, given.form, 422)
      const formId = z.uuid().safeParse(body.form).data
      const work = (keys?: OfficeKeys) =>
        visit.within(async tx => {
          const deed = async () => {
            await act(tx, visit, id, given?.data as T, keys)
            return to?.(id) ?? `/aduan/${id}`
          }
          return formId ? once(tx, visit.actor.staffId, formId, deed) : deed()
        })
      try {
        return goTo(await (withKeys ? visit.withKeys(work) : work()))
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        const form = refuse(body, { form: visit.language.t(error.key) })
        return again(visit, form, 409).catch((gone: Error) => {
          // The case has left this office meanwhile: there is nothing to show but why.
          throw gone instanceof NotFound ? error : gone
        })
      }
    })
