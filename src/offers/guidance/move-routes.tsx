import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { Conflict } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { mergeDraft, mergedWith, moveGuidance, workingCopy } from './change-guidance.ts'
import type { GuidanceMove } from './guidance.ts'
import { chosenSide } from './merge-form.ts'
import { MergePage } from './merge-page.tsx'
import { kindOf, showVersion } from './show-guidance.tsx'

const Note = z.object({ note: text(10, 1000) })

/** From working copy to what the public is told: sent to a colleague, released or returned; and brought together before. */
export const moveRoutes = (house: House, staff: StaffRoute): Route[] => {
  const move = (name: GuidanceMove) => async (visit: StaffVisit) => {
    const [kind, { slug }] = kindOf(visit)
    const body = await readBody(visit.c)
    const given = name === 'release' ? undefined : parseForm(Note, body, visit.language.t)
    if (given && !given.ok) return showVersion(house, visit, given.form, 422)
    const number = idOf(visit.c, 'number') ?? 0
    await visit.within(tx => moveGuidance(tx, visit.actor, kind, number, name, given?.data.note))
    return goTo(`/pedoman/${slug}/versi/${number}`)
  }

  const showMerge = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const [kind, { slug, title }] = kindOf(visit)
    const { actor, language } = visit
    const { current, clashes } = await house.db.asActor(actor, async tx => {
      const working = await workingCopy(tx, actor, kind)
      if (!working.behind) throw new Conflict('guidance.nothing-to-merge')
      return { ...working, ...(await mergedWith(tx, working)) }
    })
    return visit.page(<MergePage slug={slug} onto={current} clashes={clashes} form={form} />, {
      title: language.t('guidance.merge-title'),
      crumbs: <a href={`/pedoman/${slug}`}>{language.t(title)}</a>,
      status,
    })
  }

  return [
    staff(
      'POST',
      '/pedoman/:kind/versi/:number/ajukan',
      { may: 'guidance.write', audit: 'guidance.submitted' },
      move('submit'),
    ),
    staff(
      'POST',
      '/pedoman/:kind/versi/:number/lepas',
      { may: 'guidance.decide', audit: 'guidance.released' },
      move('release'),
    ),
    staff(
      'POST',
      '/pedoman/:kind/versi/:number/kembalikan',
      { may: 'guidance.decide', audit: 'guidance.returned' },
      move('return'),
    ),
    staff('GET', '/pedoman/:kind/gabung', { may: 'guidance.write', audit: 'none' }, visit =>
      showMerge(visit),
    ),
    staff(
      'POST',
      '/pedoman/:kind/gabung',
      { may: 'guidance.write', audit: 'guidance.merged' },
      async visit => {
        const [kind, { slug }] = kindOf(visit)
        const { actor, language } = visit
        const body = await readBody(visit.c)
        const { choose, unanswered } = chosenSide(body)
        const working = await house.db.asActor(actor, async tx => {
          const found = await workingCopy(tx, actor, kind)
          return { ...found, ...(await mergedWith(tx, found)) }
        })
        const errors = unanswered(working.clashes, language.t)
        if (working.behind && Object.keys(errors).length > 0)
          return showMerge(visit, refuse(body, errors), 422)
        await visit.within(tx => mergeDraft(tx, actor, kind, Number(body.onto), choose))
        return goTo(`/pedoman/${slug}`)
      },
    ),
  ]
}
