import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { type Body, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute, StaffVisit } from '../../staff/index.ts'
import { changeDraft, workingCopy } from './change-guidance.ts'
import { compare } from './compare.ts'
import {
  type Json,
  keyOf,
  moved,
  newItem,
  type Path,
  readPath,
  same,
  valueAt,
  withValue,
  writePath,
} from './document.ts'
import { readImport } from './read-import.ts'
import { printOf, readTyped } from './save-item.ts'
import { showContent } from './show-content.tsx'
import { kindOf, showKind } from './show-guidance.tsx'

/** Changing the own working copy: an item, its place, its end; or the whole from a file. */
export const editRoutes = (house: House, staff: StaffRoute): Route[] => {
  const save = async (visit: StaffVisit) => {
    const [kind, rules] = kindOf(visit)
    const { actor, language } = visit
    const body = await readBody(visit.c)
    const path = pathOf(body)
    const working = await house.db.asActor(actor, tx => workingCopy(tx, actor, kind))
    const typed = readTyped(rules, working.body, path, body, language.t)
    const stored = valueAt(working.body, path)
    if (!typed) throw new NotFound()
    const { item, errors } = typed
    const seen = printOf(stored)
    const again = (more: Partial<Parameters<typeof showContent>[2]> & { status: number }) =>
      showContent(house, visit, { path, item, errors: {}, seen, ...more })
    if (typeof body.more === 'string') return again({ more: body.more, seen: wordOf(body.seen), status: 200 })
    if (working.draft && isThere(working.body, path, item))
      return goTo(placeOf(rules.slug, path.slice(0, -2)))
    if (seen !== body.seen) return again({ clashes: compare(stored ?? {}, item), errors, status: 409 })
    if (Object.keys(errors).length > 0) return again({ errors, status: 422 })
    await visit.within(tx =>
      changeDraft(tx, actor, kind, language.t('guidance.first-note'), now => {
        if (printOf(valueAt(now.body, path)) !== seen) throw new Conflict('guidance.changed-meanwhile')
        return withValue(now.body, path, item) as Json
      }),
    )
    return goTo(placeOf(rules.slug, path.slice(0, -2)))
  }

  const change = (work: (body: Json, sent: Body) => Json | undefined) => async (visit: StaffVisit) => {
    const [kind, rules] = kindOf(visit)
    const { actor, language } = visit
    const sent = await readBody(visit.c)
    const path = pathOf(sent)
    await visit.within(tx =>
      changeDraft(tx, actor, kind, language.t('guidance.first-note'), ({ body }) => {
        if (path.length < 2 || valueAt(body, path) === undefined)
          throw new Conflict('guidance.changed-meanwhile')
        return work(body, sent) as Json
      }),
    )
    return goTo(placeOf(rules.slug, path.slice(0, -2)))
  }

  return [
    staff('POST', '/pedoman/:kind/isi', { may: 'guidance.write', audit: 'guidance.changed' }, save),
    staff(
      'POST',
      '/pedoman/:kind/hapus',
      { may: 'guidance.write', audit: 'guidance.retired' },
      change((body, sent) => withValue(body, pathOf(sent), undefined)),
    ),
    staff(
      'POST',
      '/pedoman/:kind/pindah',
      { may: 'guidance.write', audit: 'guidance.moved' },
      change((body, sent) => {
        const path = pathOf(sent)
        const list = valueAt(body, path.slice(0, -1))
        if (!Array.isArray(list)) return body
        return withValue(body, path.slice(0, -1), moved(list, path.at(-1)!, sent.by === '-1' ? -1 : 1))
      }),
    ),
    staff(
      'POST',
      '/pedoman/:kind/impor',
      { may: 'guidance.write', audit: 'guidance.imported' },
      async visit => {
        const [kind, rules] = kindOf(visit)
        const { actor, language } = visit
        const given = await readImport(rules, await readBody(visit.c), language)
        if (!given.ok) return showKind(house, visit, given.form, 422)
        await visit.within(tx =>
          changeDraft(tx, actor, kind, language.t('guidance.first-note'), () => given.body),
        )
        return goTo(`/pedoman/${rules.slug}`)
      },
    ),
  ]
}

/** Sent twice: what is there already is what was asked for. */
const isThere = (body: Json, path: Path, item: Json) => {
  const at = path.at(-1) === newItem ? [...path.slice(0, -1), keyOf(item) ?? newItem] : path
  return same(valueAt(body, at), item)
}

const wordOf = (value: Body[string] | undefined) => (typeof value === 'string' ? value : '')
const pathOf = (body: Body) => readPath(wordOf(body.di))
const placeOf = (slug: string, path: string[]) =>
  `/pedoman/${slug}/isi${path.length > 0 ? `?di=${encodeURIComponent(writePath(path.filter(step => step !== newItem)))}` : ''}`
