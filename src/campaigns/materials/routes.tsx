import { z } from 'zod'
import { dayOf } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { lengthErrors, namedOffices, sampleLink } from '../captions/read-captions.ts'
import { tooLong } from '../captions/too-long.ts'
import { mayGoOut } from '../consents/consent.ts'
import { consentsOfVersion } from '../consents/queries.ts'
import { designNamed } from '../designs/design.ts'
import { FitPanel } from '../fit/fit-panel.tsx'
import { blocks } from '../fit/misfit.ts'
import { endValidity, recalledOf, whyNotShown } from './current-queries.ts'
import { moveMaterial } from './decide-material.ts'
import { materialList, tagsInUse } from './list-queries.ts'
import { lookRoutes } from './look-routes.tsx'
import { canMove, type VersionMove, versionMoves } from './material.ts'
import { MaterialPage } from './material-page.tsx'
import { MaterialsPage } from './materials-page.tsx'
import { publicationCount } from './published-queries.ts'
import { materialById, versionById } from './queries.ts'
import { wantedMaterial } from './read-material.ts'
import { captionsTooLong, fitFor, wantedVersion } from './what-stops.ts'
import { writeRoutes } from './write-routes.tsx'

const Note = z.object({ note: text(5, 500) })
const Sought = z.object({
  cari: z.string().trim().max(100).optional(),
  tanda: z.string().trim().max(40).optional(),
})

/** Materials: written by one, approved by another, never changed after. */
export const materialRoutes = (house: House, staff: StaffRoute): Route[] => {
  const today = (visit: StaffVisit) => dayOf(house.clock(), visit.actor.office.timeZone)

  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const day = today(visit)
    const shown = await house.db.asActor(actor, async tx => {
      const found = await wantedMaterial(tx, visit)
      const consents = await consentsOfVersion(tx, found.version.id)
      return {
        ...found,
        consents: consents.length,
        ready: !found.version.artwork || mayGoOut({ pictured: found.version.pictured, consents }, day),
        whyNot: await whyNotShown(tx, found.version.id, String(day)),
        recalled: await recalledOf(tx, found.material.id),
        published: await publicationCount(tx, found.material.id),
        tooLong: tooLong(found.version, await namedOffices(tx), sampleLink(house.config.publicUrl)),
      }
    })
    const { material, version } = shown
    const own = material.officeId === actor.officeId
    const allowed = (Object.keys(versionMoves) as VersionMove[]).filter(
      move => own && may(actor, versionMoves[move].may),
    )
    const mayWrite = own && may(actor, 'material.write')
    const fit = await fitFor(house, material, version, false)
    const lookAction = mayWrite ? `/materi/${material.id}/versi/${version.id}/kecocokan` : undefined
    const view = (
      <MaterialPage
        {...shown}
        fit={<FitPanel fit={fit} lookAction={lookAction} />}
        designName={
          designNamed(house.config.dataDir, version.design)?.name[language.locale] ?? version.design
        }
        moves={allowed.filter(move => canMove(move, version, actor))}
        blockedByFourEyes={
          allowed.includes('approve') && version.state === 'submitted' && version.authorId === actor.staffId
        }
        own={own}
        mayWrite={mayWrite}
        mayEnd={allowed.includes('approve') && version.state === 'approved' && !shown.whyNot}
        form={form}
      />
    )
    const actions = mayWrite && version.state !== 'submitted' && (
      <a class="btn plain" href={`/materi/${material.id}/ubah?bahasa=${version.language}`}>
        {language.t(version.state === 'approved' ? 'material.next-version' : 'material.edit')}
      </a>
    )
    return visit.page(view, {
      title: material.title,
      crumbs: <a href="/materi">{language.t('nav.materials')}</a>,
      actions,
      status,
    })
  }

  const move = (name: VersionMove) => async (visit: StaffVisit) => {
    const body = await readBody(visit.c)
    const given = versionMoves[name].note === 'required' ? parseForm(Note, body, visit.language.t) : undefined
    if (given && !given.ok) return show(visit, given.form, 422)
    const id = idOf(visit.c, 'version') ?? 0
    if (name !== 'return') {
      // What does not fit is shown with the material; it is neither sent off nor approved like that.
      const { material, version } = await wantedVersion(house, visit, id)
      if ((await fitFor(house, material, version, true)).misfits.some(blocks))
        return show(visit, emptyForm, 422)
      const errors = lengthErrors(await captionsTooLong(house, visit, version), visit.language.t)
      if (Object.keys(errors).length > 0) return show(visit, { values: {}, errors }, 422)
    }
    const language = await visit.within(async tx => {
      await moveMaterial(tx, visit.actor, id, name, given?.data.note, today(visit))
      return (await versionById(tx, id))!.language
    })
    return goTo(`/materi/${idOf(visit.c)}${language === 'id' ? '' : `?bahasa=${language}`}`)
  }

  return [
    staff('GET', '/materi', { may: 'material.read', audit: 'none' }, async visit => {
      const { t } = visit.language
      const asked = Sought.catch({}).parse(visit.c.req.query())
      const sought = { text: asked.cari || undefined, tag: asked.tanda || undefined }
      const { rows, tags } = await visit.within(async tx => ({
        rows: await materialList(tx, sought),
        tags: await tagsInUse(tx),
      }))
      const mayWrite = may(visit.actor, 'material.write')
      const actions = (
        <>
          {may(visit.actor, 'consent.read') && (
            <a class="btn plain" href="/izin">
              {t('consent.title')}
            </a>
          )}
          {mayWrite && rows.length > 0 && (
            <a class="btn" href="/materi/baru">
              {t('material.make')}
            </a>
          )}
        </>
      )
      const view = <MaterialsPage rows={rows} mayWrite={mayWrite} sought={sought} tags={tags} />
      return visit.page(view, { title: t('nav.materials'), actions })
    }),
    ...writeRoutes(house, staff),
    staff('GET', '/materi/:id', { may: 'material.read', audit: 'none' }, visit => show(visit)),
    staff(
      'POST',
      '/materi/:id/versi/:version/submit',
      { may: 'material.write', audit: 'material.submitted' },
      move('submit'),
    ),
    staff(
      'POST',
      '/materi/:id/versi/:version/approve',
      { may: 'material.decide', audit: 'material.approved' },
      move('approve'),
    ),
    staff(
      'POST',
      '/materi/:id/versi/:version/return',
      { may: 'material.decide', audit: 'material.returned' },
      move('return'),
    ),
    staff(
      'POST',
      '/materi/:id/versi/:version/akhiri',
      { may: 'material.decide', audit: 'material.ended' },
      async visit => {
        // Its last day is yesterday: from now on its links show the successor.
        const until = String(today(visit).subtract({ days: 1 }))
        await visit.within(async tx => {
          const version = await versionById(tx, idOf(visit.c, 'version') ?? 0)
          const material = version && (await materialById(tx, version.materialId))
          if (material?.officeId !== visit.actor.officeId) throw new NotFound()
          if (!(await endValidity(tx, version!.id, until))) throw new Conflict('material.changed-meanwhile')
        })
        return goTo(`/materi/${idOf(visit.c)}`)
      },
    ),
    staff(
      'POST',
      '/materi/:id/versi/:version/kecocokan',
      { may: 'material.write', audit: 'material.fit-looked' },
      async visit => {
        const { material, version } = await wantedVersion(house, visit, idOf(visit.c, 'version') ?? 0)
        await fitFor(house, material, version, true)
        await visit.recordDeed()
        return goTo(`/materi/${idOf(visit.c)}`)
      },
    ),
    ...lookRoutes(house, staff),
  ]
}
