import { z } from 'zod'
import { contactsOf, officeById } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { text } from '../../platform/http/fields.ts'
import { emptyForm, type FormState, parseForm, readBody } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { designNamed, designsOf } from '../designs/design.ts'
import { previewLink } from '../designs/draw-example.ts'
import { drawVariant } from '../draw-variant.ts'
import { FitPanel } from '../fit/fit-panel.tsx'
import { fitOf } from '../fit/look-for-misfits.ts'
import { blocks } from '../fit/misfit.ts'
import { type Format, formats } from '../format.ts'
import { moveMaterial } from './decide-material.ts'
import { readMaterial } from './form.ts'
import { canMove, type Version, type VersionMove, versionMoves } from './material.ts'
import { MaterialForm } from './material-form.tsx'
import { MaterialPage } from './material-page.tsx'
import { MaterialsPage } from './materials-page.tsx'
import { materialById, materialList, versionsOf } from './queries.ts'
import { changeMaterial, makeMaterial } from './write-material.ts'

const Note = z.object({ note: text(5, 500) })
const Seen = z.coerce.number().int().positive()

/** Materials: written by one, approved by another, never changed after. */
export const materialRoutes = (house: House, staff: StaffRoute): Route[] => {
  const found = (visit: StaffVisit) =>
    house.db.asActor(visit.actor, async tx => {
      const id = idOf(visit.c)
      const material = id ? await materialById(tx, id) : undefined
      const [version, ...older] = material ? await versionsOf(tx, material.id) : []
      if (!material || !version) throw new NotFound()
      return { material, version, older }
    })

  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const { material, version, older } = await found(visit)
    const own = material.officeId === actor.officeId
    const allowed = (Object.keys(versionMoves) as VersionMove[]).filter(
      move => own && may(actor, versionMoves[move].may),
    )
    const moves = allowed.filter(move => canMove(move, version, actor))
    const blocked =
      allowed.includes('approve') && version.state === 'submitted' && version.authorId === actor.staffId
    const fit = await fitFor(material, version, false)
    const lookAction =
      own && may(actor, 'material.write') ? `/materi/${material.id}/versi/${version.id}/kecocokan` : undefined
    const view = (
      <MaterialPage
        fit={<FitPanel fit={fit} lookAction={lookAction} />}
        material={material}
        version={version}
        older={older}
        designName={
          designNamed(house.config.dataDir, version.design)?.name[language.locale] ?? version.design
        }
        moves={moves}
        blockedByFourEyes={blocked}
        form={form}
      />
    )
    const actions = own && may(actor, 'material.write') && version.state !== 'submitted' && (
      <a class="btn plain" href={`/materi/${material.id}/ubah`}>
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

  const fitFor = (material: { officeName: string }, version: Version, look: boolean) =>
    fitOf(house, { version, credit: material.officeName, link: previewLink(house.config.publicUrl) }, look)

  const showNew = (visit: StaffVisit, form: FormState = emptyForm, status = 200) =>
    visit.page(
      <MaterialForm
        form={form}
        action="/materi/baru"
        formId={formIdOf(form)}
        designs={designsOf(house.config.dataDir)}
      />,
      {
        title: visit.language.t('material.make'),
        actions: (
          <a class="btn plain" href="/rancangan">
            {visit.language.t('designs.title')}
          </a>
        ),
        status,
      },
    )

  const showEdit = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { material, version } = await found(visit)
    if (material.officeId !== visit.actor.officeId) throw new NotFound()
    const view = (
      <MaterialForm
        form={form}
        action={`/materi/${material.id}/ubah`}
        formId={formIdOf(form)}
        title={material.title}
        version={version}
        designs={designsOf(house.config.dataDir)}
      />
    )
    return visit.page(view, {
      title: material.title,
      crumbs: <a href={`/materi/${material.id}`}>{visit.language.t('material.back')}</a>,
      status,
    })
  }

  const move = (name: VersionMove) => async (visit: StaffVisit) => {
    const body = await readBody(visit.c)
    const given = versionMoves[name].note === 'required' ? parseForm(Note, body, visit.language.t) : undefined
    if (given && !given.ok) return show(visit, given.form, 422)
    const { material, version } = await found(visit)
    // What does not fit is shown with the material; it is neither sent off nor approved like that.
    if (name !== 'return' && (await fitFor(material, version, true)).misfits.some(blocks))
      return show(visit, emptyForm, 422)
    await visit.within(tx =>
      moveMaterial(tx, visit.actor, idOf(visit.c, 'version') ?? 0, name, given?.data.note),
    )
    return goTo(`/materi/${idOf(visit.c)}`)
  }

  return [
    staff('GET', '/materi', { may: 'material.read', audit: 'none' }, async visit => {
      const rows = await visit.within(materialList)
      const mayWrite = may(visit.actor, 'material.write')
      const actions = mayWrite && rows.length > 0 && (
        <a class="btn" href="/materi/baru">
          {visit.language.t('material.make')}
        </a>
      )
      return visit.page(<MaterialsPage rows={rows} mayWrite={mayWrite} />, {
        title: visit.language.t('nav.materials'),
        actions,
      })
    }),
    staff('GET', '/materi/baru', { may: 'material.write', audit: 'none' }, visit => showNew(visit)),
    staff('POST', '/materi/baru', { may: 'material.write', audit: 'material.made' }, async visit => {
      const { actor } = visit
      const given = await readMaterial(house, await readBody(visit.c), visit.language)
      if (!given.ok) return showNew(visit, given.form, 422)
      const make = (tx: Parameters<typeof makeMaterial>[0]) => async () =>
        `/materi/${await makeMaterial(tx, actor, given.title, given.content)}`
      return goTo(
        await visit.within(tx => once(tx, actor.staffId, given.form ?? crypto.randomUUID(), make(tx))),
      )
    }),
    staff('GET', '/materi/:id', { may: 'material.read', audit: 'none' }, visit => show(visit)),
    staff('GET', '/materi/:id/ubah', { may: 'material.write', audit: 'none' }, visit => showEdit(visit)),
    staff('POST', '/materi/:id/ubah', { may: 'material.write', audit: 'material.changed' }, async visit => {
      const { actor } = visit
      const { material, version } = await found(visit)
      const body = await readBody(visit.c)
      const given = await readMaterial(house, body, visit.language, version.artwork?.key)
      if (!given.ok) return showEdit(visit, given.form, 422)
      const seen = Seen.catch(0).parse(body.seen)
      const change = (tx: Parameters<typeof changeMaterial>[0]) => async () => {
        await changeMaterial(tx, actor, material.id, seen, given.title, given.content)
        return `/materi/${material.id}`
      }
      return goTo(
        await visit.within(tx => once(tx, actor.staffId, given.form ?? crypto.randomUUID(), change(tx))),
      )
    }),
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
      '/materi/:id/versi/:version/kecocokan',
      { may: 'material.write', audit: 'material.fit-looked' },
      async visit => {
        const { material, version } = await found(visit)
        await fitFor(material, version, true)
        await visit.recordDeed()
        return goTo(`/materi/${material.id}`)
      },
    ),
    staff('GET', '/materi/:id/:number/:format', { may: 'material.read', audit: 'none' }, async visit => {
      const { c, actor } = visit
      const format = c.req.param('format') as Format
      const { material, version, older } = await found(visit)
      const shown = [version, ...older].find(({ number }) => number === idOf(c, 'number'))
      if (!shown || !formats.includes(format)) throw new NotFound()
      const [office, contacts] = await visit.within(
        async tx =>
          [(await officeById(tx, actor.officeId))!, await contactsOf(tx, [actor.officeId])] as const,
      )
      const drawn = await drawVariant(
        house,
        {
          version: shown,
          credit: material.officeName,
          office,
          contacts,
          link: previewLink(house.config.publicUrl),
        },
        format,
      )
      return new Response(new Uint8Array(drawn.bytes), {
        headers: { 'content-type': drawn.type, 'cache-control': 'private, max-age=60' },
      })
    }),
  ]
}

const formIdOf = (form: FormState) =>
  typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
