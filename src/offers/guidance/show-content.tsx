import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { may, type StaffVisit } from '../../staff/index.ts'
import { type Working, workingCopy } from './change-guidance.ts'
import type { Change } from './compare.ts'
import { ContentPage } from './content-page.tsx'
import { type Json, newItem, type Path, readPath, valueAt, writePath } from './document.ts'
import { isOpen } from './guidance.ts'
import { valuesOf } from './item-form.ts'
import { BehindNotice } from './kind-pages.tsx'
import { lastChanges } from './last-change.ts'
import { itemName, partName } from './names.ts'
import { lastReleased, versionByNumber } from './queries.ts'
import { printOf } from './save-item.ts'
import { type Shape, shapeAt, shapeOf } from './shape.ts'
import { kindOf } from './show-guidance.tsx'

/** What was sent and did not go through, to be shown again. */
export interface Unsaved {
  path: Path
  item: Json
  errors: Record<string, string>
  seen: string
  clashes?: Change[]
  /** The list that asks for more rows. */
  more?: string
  status: number
}

/** One place of a version: to read, or, in the own working copy, to change. */
export const showContent = async (house: House, visit: StaffVisit, unsaved?: Unsaved) => {
  const [kind, rules] = kindOf(visit)
  const { actor, language, c } = visit
  const { t } = language
  const wanted = Number(c.req.query('versi'))
  const shown = await house.db.asActor(actor, async tx => ({
    working: await workingCopy(tx, actor, kind),
    other: wanted ? await versionByNumber(tx, kind, wanted) : undefined,
    released: await lastReleased(tx, kind),
  }))
  const { working } = shown
  const other = shown.other && shown.other.id !== working.draft?.id ? shown.other : undefined
  const body = other ? (other.body as Json) : working.body
  const path = unsaved?.path ?? readPath(c.req.query('di'))
  const shape = shapeAt(shapeOf(rules.schema), path)
  const stored = valueAt(body, path)
  if (!shape || (stored === undefined && path.at(-1) !== newItem)) throw new NotFound()
  const atTop = path.length === 0
  const item = unsaved?.item ?? stored
  const query = (c.req.query('q') ?? '').slice(0, 100)
  const since = kind === 'offer-rules' && atTop ? lastChanges(body, shown.released) : undefined
  const day = (moment: Date | null) => (moment ? language.moment(moment) : '')
  const view = (
    <>
      {working.behind && !other && <BehindNotice slug={rules.slug} />}
      <ContentPage
        slug={rules.slug}
        path={path}
        shape={shape}
        item={item}
        mayEdit={!other && may(actor, 'guidance.write') && (!working.draft || isOpen(working.draft.state))}
        form={{ values: valuesOf(shape, item, atTop), errors: unsaved?.errors ?? {} }}
        rows={rowsIn(item, unsaved?.more)}
        inList={Array.isArray(valueAt(body, path.slice(0, -1)))}
        seen={unsaved?.seen ?? printOf(stored)}
        clashes={unsaved?.clashes ?? []}
        query={query}
        lastChange={
          since &&
          new Map([...since].map(([at, { number, decidedAt }]) => [at, { number, when: day(decidedAt) }]))
        }
      />
    </>
  )
  const up =
    path.length > 0 ? `/pedoman/${rules.slug}/isi?di=${encodeURIComponent(writePath(path.slice(0, -2)))}` : ''
  const title = titleOf(visit, rules.title, path, item)
  return visit.page(view, {
    title,
    lead: saysWhich(visit, working, other?.number),
    crumbs: (
      <>
        <a href={`/pedoman/${rules.slug}`}>{t(rules.title)}</a>
        {up && (
          <>
            {' › '}
            <a href={up}>{t('guidance.content')}</a>
          </>
        )}
      </>
    ),
    actions: working.draft && !other && (
      <a class="btn plain" href={`/pedoman/${rules.slug}/versi/${working.draft.number}`}>
        {t('guidance.see-draft')}
      </a>
    ),
    status: unsaved?.status ?? 200,
  })
}

/** As many rows as there are, one to spare, and some more where they were asked for. */
const rowsIn = (item: Json | undefined, more: string | undefined) => (list: string, shape: Shape) => {
  const there = valueAt(item, list.split('.'))
  const count =
    shape.kind === 'map' ? Object.keys(there ?? {}).length : Array.isArray(there) ? there.length : 0
  return count + (list === more ? 4 : 1)
}

const titleOf = (
  { language }: StaffVisit,
  kind: Parameters<StaffVisit['language']['t']>[0],
  path: Path,
  item: Json | undefined,
) => {
  if (path.length === 0) return language.t(kind)
  if (path.at(-1) === newItem)
    return language.t('guidance.new-item', { list: partName(language, path.at(-2) ?? '') })
  return itemName(language, item, path.at(-1)!)
}

const saysWhich = (
  { language: { t } }: StaffVisit,
  { draft, current }: Working,
  other: number | undefined,
) => {
  if (other) return t('guidance.showing-version', { number: other })
  if (!draft) return t('guidance.showing-current', { number: current.number })
  return t(isOpen(draft.state) ? 'guidance.showing-draft' : 'guidance.with-colleague', {
    number: draft.number,
  })
}
