import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState } from '../../platform/http/forms.ts'
import { idOf } from '../../platform/http/route.ts'
import { may, type StaffVisit } from '../../staff/index.ts'
import { hasBench } from './bench-inspect.ts'
import { workingCopy } from './change-guidance.ts'
import { compare } from './compare.ts'
import { isObject, type Json, keyOf, valueAt } from './document.ts'
import { canMove, type GuidanceKind, type GuidanceMove, guidanceMoves, type Version } from './guidance.ts'
import { KindPage } from './kind-pages.tsx'
import { type KindRules, kindAt } from './kinds.ts'
import { itemName, partName } from './names.ts'
import { type Problem, problemsOf } from './problems.ts'
import { currentGuidance, guidancePeople, versionByNumber, versionsOf } from './queries.ts'
import { inOrder, shapeOf } from './shape.ts'
import { headsOf } from './version-heads.ts'
import { VersionPage } from './version-page.tsx'

/** The kind that the address names. @throws NotFound when there is no such kind, or not yet */
export const kindOf = (visit: StaffVisit): [GuidanceKind, KindRules] => {
  const found = kindAt(visit.c.req.param('kind'))
  if (!found) throw new NotFound()
  return found
}

export const showKind = async (
  house: House,
  visit: StaffVisit,
  form: FormState = emptyForm,
  status = 200,
) => {
  const [kind, { slug, title, lead }] = kindOf(visit)
  const { actor, language } = visit
  const { t } = language
  const shown = await house.db.asActor(actor, async tx => ({
    versions: headsOf(await versionsOf(tx, kind), await guidancePeople(tx), t),
    working: await workingCopy(tx, actor, kind),
  }))
  const { draft, behind } = shown.working
  return visit.page(
    <KindPage
      slug={slug}
      versions={shown.versions}
      own={draft && shown.versions.find(({ number }) => number === draft.number)}
      behind={behind}
      mayWrite={may(actor, 'guidance.write')}
      hasBench={hasBench(kind)}
      form={form}
    />,
    { title: t(title), lead: t(lead), crumbs: <a href="/pedoman">{t('nav.guidance')}</a>, status },
  )
}

export const showVersion = async (
  house: House,
  visit: StaffVisit,
  form: FormState = emptyForm,
  status = 200,
) => {
  const [kind, rules] = kindOf(visit)
  const { actor, language, c } = visit
  const { t } = language
  const wanted = Number(c.req.query('banding'))
  const shown = await house.db.asActor(actor, async tx => {
    const version = await versionByNumber(tx, kind, idOf(c, 'number') ?? 0)
    if (!version) throw new NotFound()
    const versions = await versionsOf(tx, kind)
    const against = await laidBeside(version, versions, wanted, number => versionByNumber(tx, kind, number))
    return {
      version,
      versions,
      against,
      current: await currentGuidance(tx, kind),
      people: await guidancePeople(tx),
    }
  })
  const { version, against, current } = shown
  const open = version.state !== 'released'
  const problems = open ? problemsOf(rules, version.body as Json) : []
  const moves = (Object.keys(guidanceMoves) as GuidanceMove[]).filter(
    move => may(actor, guidanceMoves[move].may) && canMove(move, version, actor),
  )
  const ordered = ({ body }: Version) => inOrder(shapeOf(rules.schema), body as Json)
  const nameOf = (path: string[]) => {
    const item = valueAt(version.body as Json, path) ?? valueAt(against?.body as Json, path)
    const [list, step] = path
    if (step === undefined) return partName(language, list ?? '')
    return `${partName(language, list!)} › ${itemName(language, isObject(item) ? item : undefined, partName(language, step))}`
  }
  const view = (
    <VersionPage
      slug={rules.slug}
      version={headsOf([version], shown.people, t)[0]!}
      against={against?.number}
      others={shown.versions.map(({ number }) => number).filter(number => number !== version.number)}
      changes={against ? compare(ordered(against), ordered(version)) : []}
      nameOf={nameOf}
      troubles={problems.map(problem => troubleOf(visit, rules.slug, version.body as Json, problem))}
      moves={moves}
      own={version.authorId === actor.staffId}
      behind={open && version.basedOn !== current?.id}
      hasBench={hasBench(kind)}
      form={form}
    />
  )
  return visit.page(view, {
    title: `${t(rules.title)}: ${t('guidance.version', { number: version.number })}`,
    crumbs: <a href={`/pedoman/${rules.slug}`}>{t(rules.title)}</a>,
    status,
  })
}

/** The version to compare with: the one asked for, the one it began from, or the one before it that spoke. */
const laidBeside = (
  version: Version,
  versions: Version[],
  wanted: number,
  load: (number: number) => Promise<Version | undefined>,
) => {
  const base = versions.find(({ id }) => id === version.basedOn)
  const before = versions.find(({ number, state }) => number < version.number && state === 'released')
  const asked = versions.find(({ number }) => number === wanted)
  const chosen = asked ?? base ?? before
  return chosen ? load(chosen.number) : Promise.resolve(undefined)
}

const troubleOf = (visit: StaffVisit, slug: string, body: Json, { path, message, values }: Problem) => {
  const item = valueAt(body, path.slice(0, 2))
  const step = keyOf(item) ?? path[1]
  const place = itemName(visit.language, isObject(item) ? item : undefined, path.join(' › '))
  const di = step === undefined ? '' : `${path[0]}/${step}`
  return {
    place,
    href: `/pedoman/${slug}/isi?di=${encodeURIComponent(di)}`,
    text: visit.language.t(message, values),
  }
}
