import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { type Body, emptyForm, type FormState, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import type { Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { lengthErrors } from '../captions/read-captions.ts'
import { designsOf } from '../designs/design.ts'
import { ClashPage } from './clash-page.tsx'
import { readMaterial } from './form.ts'
import { materialLanguages } from './language.ts'
import { LanguagesPage } from './languages-page.tsx'
import type { Version } from './material.ts'
import { MaterialForm } from './material-form.tsx'
import { wantedMaterial } from './read-material.ts'
import { saidIn } from './said.ts'
import { captionsTooLong } from './what-stops.ts'
import { type Change, changeMaterial, makeMaterial } from './write-material.ts'

const Whole = z.coerce.number().int().nonnegative().catch(0)

/** Writing a material, in one language after the other, by several people who may be at it at once. */
export const writeRoutes = (house: House, staff: StaffRoute): Route[] => {
  const showNew = (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const view = (
      <MaterialForm
        form={form}
        action="/materi/baru"
        formId={formIdOf(form)}
        languages={materialLanguages}
        designs={designsOf(house.config.dataDir)}
      />
    )
    const actions = (
      <a class="btn plain" href="/rancangan">
        {visit.language.t('designs.title')}
      </a>
    )
    return visit.page(view, { title: visit.language.t('material.make'), actions, status })
  }

  /** What is written over, or, for a language that the material does not have yet, what it is translated from. */
  const written = (visit: StaffVisit) =>
    house.db.asActor(visit.actor, async tx => {
      const found = await wantedMaterial(tx, visit)
      if (found.material.officeId !== visit.actor.officeId) throw new NotFound()
      const asked = materialLanguages.find(code => code === visit.c.req.query('bahasa'))
      const fresh = asked !== undefined && !found.languages.includes(asked)
      const base: Version = fresh ? { ...found.version, language: asked, speaker: '' } : found.version
      const seen = fresh ? undefined : { number: base.number, edition: base.edition }
      return { material: found.material, languages: found.languages, base, seen }
    })

  const showEdit = async (visit: StaffVisit, given: FormState = emptyForm, status = 200) => {
    const { material, base, seen } = await written(visit)
    const form =
      visit.c.req.query('periksa') === undefined || given !== emptyForm
        ? given
        : {
            ...emptyForm,
            errors: lengthErrors(await captionsTooLong(house, visit, base), visit.language.t),
          }
    const view = (
      <MaterialForm
        form={form}
        action={`/materi/${material.id}/ubah?bahasa=${base.language}`}
        formId={formIdOf(form)}
        title={material.title}
        tags={material.tags}
        version={base}
        seen={seen}
        languages={[base.language]}
        designs={designsOf(house.config.dataDir)}
      />
    )
    return visit.page(view, {
      title: material.title,
      crumbs: <a href={`/materi/${material.id}`}>{visit.language.t('material.back')}</a>,
      status,
    })
  }

  /** Reads the form and measures its captions with the longest name among all offices. */
  const read = async (visit: StaffVisit, body: Body, kept?: string) => {
    const given = await readMaterial(house, body, visit.language, kept)
    if (!given.ok) return given
    const { caption, captions = {} } = given.content
    const found = await captionsTooLong(house, visit, { caption, captions })
    // General words may still get words of the channel's own beside them: they stop when they are sent off.
    const errors = lengthErrors(
      found.filter(({ own }) => own),
      visit.language.t,
    )
    return Object.keys(errors).length > 0 ? { ok: false as const, form: refuse(body, errors) } : given
  }

  const clash = (visit: StaffVisit, now: Version, formId: string, { title, tags = [], content }: Change) =>
    house.db.asActor(visit.actor, async tx => {
      const { material } = await wantedMaterial(tx, visit)
      const view = (
        <ClashPage
          materialId={material.id}
          now={now}
          formId={formId}
          mine={signed(saidIn(title, tags, content))}
          theirs={signed(saidIn(material.title, material.tags, now))}
        />
      )
      return visit.page(view, {
        title: material.title,
        crumbs: <a href={`/materi/${material.id}`}>{visit.language.t('material.back')}</a>,
        status: 409,
      })
    })

  // A picture that was sent and not yet saved goes by its key through the browser: sealed, so that it names no other file.
  const seal = (key: string) =>
    `${key}.${createHmac('sha256', house.secret('material-artwork')).update(key).digest('hex')}`
  const unsealed = (value: unknown) => {
    const key = typeof value === 'string' ? value.split('.')[0]! : ''
    return key !== '' && value === seal(key) ? key : undefined
  }
  const signed = (said: Record<string, string>) => ({
    ...said,
    artwork: said.artwork ? seal(said.artwork) : '',
  })

  return [
    staff('GET', '/materi/baru', { may: 'material.write', audit: 'none' }, visit => showNew(visit)),
    staff('POST', '/materi/baru', { may: 'material.write', audit: 'material.made' }, async visit => {
      const { actor } = visit
      const given = await read(visit, await readBody(visit.c))
      if (!given.ok) return showNew(visit, given.form, 422)
      const make = (tx: Tx) => async () =>
        `/materi/${await makeMaterial(tx, actor, given.title, given.content, given.tags)}`
      return goTo(
        await visit.within(tx => once(tx, actor.staffId, given.form ?? crypto.randomUUID(), make(tx))),
      )
    }),
    staff('GET', '/materi/:id/bahasa', { may: 'material.write', audit: 'none' }, async visit => {
      const { material, languages } = await written(visit)
      const missing = materialLanguages.filter(code => !languages.includes(code))
      return visit.page(<LanguagesPage materialId={material.id} missing={missing} />, {
        title: visit.language.t('material.add-language'),
        crumbs: <a href={`/materi/${material.id}`}>{material.title}</a>,
      })
    }),
    staff('GET', '/materi/:id/ubah', { may: 'material.write', audit: 'none' }, visit => showEdit(visit)),
    staff('POST', '/materi/:id/ubah', { may: 'material.write', audit: 'material.changed' }, async visit => {
      const { actor } = visit
      const { material, base } = await written(visit)
      const body: Body = { ...(await readBody(visit.c)), language: base.language }
      const given = await read(visit, body, unsealed(body.artworkKept) ?? base.artwork?.key)
      if (!given.ok) return showEdit(visit, given.form, 422)
      const seen = { number: Whole.parse(body.seen), edition: Whole.parse(body.edition) }
      const form = given.form ?? crypto.randomUUID()
      const page = `/materi/${material.id}?bahasa=${base.language}`
      try {
        return goTo(
          await visit.within(tx =>
            once(tx, actor.staffId, form, async () => {
              const now = await changeMaterial(tx, actor, material.id, seen, given)
              if (now) throw new Clash(now)
              return page
            }),
          ),
        )
      } catch (error) {
        if (!(error instanceof Clash)) throw error
        return clash(visit, error.now, form, given)
      }
    }),
  ]
}

/** Undoes the deed, so that it is neither recorded nor counted as done: the writer has yet to choose. */
class Clash extends Error {
  readonly now: Version
  constructor(now: Version) {
    super('clash')
    this.now = now
  }
}

const formIdOf = (form: FormState) =>
  typeof form.values.form === 'string' ? form.values.form : crypto.randomUUID()
