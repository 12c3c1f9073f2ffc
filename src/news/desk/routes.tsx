import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, readBody, refuse } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { may, once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { articleMoveNames, articleMoves, canMove, stateOf } from '../article.ts'
import { draftArticle } from '../draft-article.ts'
import type { NewsSource } from '../facts.ts'
import { missingIn } from '../missing.ts'
import { type DecidedMove, keepFinding, moveArticle } from '../move-article.ts'
import { deskList, deskOffices, eventsOf, readsOf } from '../queries.ts'
import { judge, readArticle } from '../read-article.ts'
import { mendFinding } from '../write-article.ts'
import { ArticleList } from './article-list.tsx'
import { ArticlePage } from './article-page.tsx'
import { ChoosePage } from './choose-page.tsx'
import { findingIn, readNote, readReason, seenIn } from './deeds.ts'

/** The desk: what is being written, from the first draft to what the public reads. */
export const deskRoutes = (house: House, staff: StaffRoute, sources: NewsSource[]): Route[] => {
  const show = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const { actor, language } = visit
    const shown = await house.db.asActor(actor, async tx => {
      const article = await readArticle(tx, idOf(visit.c))
      const own = article.officeId === actor.officeId
      const source = sources.find(({ kind }) => kind === article.sourceKind)
      const traced = own && article.sourceId !== null && source !== undefined
      return {
        article,
        own,
        findings: await judge(tx, article, house.clock()),
        events: await eventsOf(tx, article.id),
        reads: await readsOf(tx, article.id),
        sourceGone: traced && (await source.facts(tx, actor, article.sourceId!)) === undefined,
      }
    })
    const { article, own } = shown
    const allowed = articleMoveNames.filter(
      move => may(actor, articleMoves[move].may) && (own || articleMoves[move].may !== 'article.write'),
    )
    const moves = allowed.filter(move => canMove(move, article, actor))
    const wrote = article.version.writers.includes(actor.staffId)
    const view = (
      <ArticlePage
        {...shown}
        missing={missingIn(article.facts, article.version)}
        moves={moves}
        fourEyes={allowed.includes('release') && wrote && article.state === 'submitted'}
        mayMend={own && may(actor, 'article.write') && article.state === 'draft'}
        mayKeep={may(actor, 'article.release') && !wrote && article.state === 'submitted'}
        form={form}
      />
    )
    const writable = own && may(actor, 'article.write') && ['draft', 'released'].includes(article.state)
    const actions = writable && (
      <a class="btn plain" href={`/redaksi/${article.id}/ubah`}>
        {language.t(article.state === 'released' ? 'news.correct' : 'news.edit')}
      </a>
    )
    return visit.page(view, {
      title: article.version.title,
      crumbs: <a href="/redaksi">{language.t('nav.news')}</a>,
      actions,
      status,
    })
  }

  const showNew = async (visit: StaffVisit, form: FormState = emptyForm, status = 200) => {
    const choices = await house.db.asActor(visit.actor, async tx => {
      const found = []
      for (const { kind, list } of sources)
        for (const { id, title, day } of await list(tx, visit.actor)) found.push({ kind, id, title, day })
      return found
    })
    return visit.page(<ChoosePage form={form} formId={crypto.randomUUID()} choices={choices} />, {
      title: visit.language.t('news.make'),
      crumbs: <a href="/redaksi">{visit.language.t('nav.news')}</a>,
      status,
    })
  }

  const move = (name: DecidedMove) => async (visit: StaffVisit) => {
    const body = await readBody(visit.c)
    const given = articleMoves[name].note === 'required' ? readNote(body, visit.language) : undefined
    if (given && !given.ok) return show(visit, given.form, 422)
    const note = given?.data.note
    await visit.within(tx =>
      moveArticle(tx, visit.actor, idOf(visit.c), seenIn(body), name, { note, now: house.clock() }),
    )
    return goTo(`/redaksi/${idOf(visit.c)}`)
  }

  return [
    staff('GET', '/redaksi', { may: 'article.read', audit: 'none' }, async visit => {
      const rows = await visit.within(async tx => deskList(tx, await deskOffices(tx)))
      const mayWrite = may(visit.actor, 'article.write')
      const actions = mayWrite && rows.length > 0 && (
        <a class="btn" href="/redaksi/baru">
          {visit.language.t('news.make')}
        </a>
      )
      const listed = rows.map(row => ({ ...row, state: stateOf(row) }))
      return visit.page(<ArticleList rows={listed} mayWrite={mayWrite} />, {
        title: visit.language.t('nav.news'),
        actions,
      })
    }),
    staff('GET', '/redaksi/baru', { may: 'article.write', audit: 'none' }, visit => showNew(visit)),
    staff('POST', '/redaksi/baru', { may: 'article.write', audit: 'article.drafted' }, async visit => {
      const { actor, c } = visit
      const body = await readBody(c)
      const [, kind, id] = /^([a-z]+):(\d{1,9})$/.exec(String(body.source ?? '')) ?? []
      const source = sources.find(one => one.kind === kind)
      if (!source) return showNew(visit, refuse(body, { source: visit.language.t('form.choose') }), 422)
      const form = typeof body.form === 'string' ? body.form : crypto.randomUUID()
      const path = await visit.within(tx =>
        once(tx, actor.staffId, form, async () => {
          const facts = await source.facts(tx, actor, Number(id))
          if (!facts) throw new NotFound()
          return `/redaksi/${await draftArticle(tx, actor, { id: Number(id), facts })}`
        }),
      )
      return goTo(path)
    }),
    staff('GET', '/redaksi/:id', { may: 'article.read', audit: 'none' }, visit => show(visit)),
    staff('POST', '/redaksi/:id/perbaiki', { may: 'article.write', audit: 'article.mended' }, async visit => {
      const body = await readBody(visit.c)
      const [id, finding] = [idOf(visit.c), findingIn(body)]
      await visit.within(tx => mendFinding(tx, visit.actor, id, seenIn(body), finding, house.clock()))
      return goTo(`/redaksi/${id}`)
    }),
    staff(
      'POST',
      '/redaksi/:id/pertahankan',
      { may: 'article.release', audit: 'article.finding-kept' },
      async visit => {
        const body = await readBody(visit.c)
        const given = readReason(body, visit.language)
        if (!given.ok) return show(visit, given.form, 422)
        const { reason } = given.data
        await visit.within(tx =>
          keepFinding(tx, visit.actor, idOf(visit.c), findingIn(body), { reason, now: house.clock() }),
        )
        return goTo(`/redaksi/${idOf(visit.c)}`)
      },
    ),
    staff(
      'POST',
      '/redaksi/:id/submit',
      { may: 'article.write', audit: 'article.submitted' },
      move('submit'),
    ),
    staff(
      'POST',
      '/redaksi/:id/release',
      { may: 'article.release', audit: 'article.released' },
      move('release'),
    ),
    staff(
      'POST',
      '/redaksi/:id/return',
      { may: 'article.release', audit: 'article.returned' },
      move('return'),
    ),
    staff(
      'POST',
      '/redaksi/:id/withdraw',
      { may: 'article.release', audit: 'article.withdrawn' },
      move('withdraw'),
    ),
    staff('GET', '/redaksi/:id/gambar', { may: 'article.read', audit: 'none' }, async visit => {
      const { version } = await visit.within(tx => readArticle(tx, idOf(visit.c)))
      const bytes = version.picture && (await house.files.get(version.picture.smallKey))
      if (!bytes) throw new NotFound()
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=60' },
      })
    }),
  ]
}
