import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { emptyForm, type FormState, readBody, typed } from '../../platform/http/forms.ts'
import { goTo } from '../../platform/http/page.tsx'
import { idOf, type Route } from '../../platform/http/route.ts'
import { once, type StaffRoute, type StaffVisit } from '../../staff/index.ts'
import { readArticle } from '../read-article.ts'
import { writeArticle } from '../write-article.ts'
import { ArticleForm } from './article-form.tsx'
import { BothPage } from './both-page.tsx'
import { seenIn } from './deeds.ts'
import { readContent } from './form.ts'

/** Writing: a draft, or the correction of what is out. The second of two writers sees both texts. */
export const writeRoutes = (house: House, staff: StaffRoute): Route[] => {
  const found = async (visit: StaffVisit) => {
    const article = await house.db.asActor(visit.actor, tx => readArticle(tx, idOf(visit.c)))
    if (article.officeId !== visit.actor.officeId) throw new NotFound()
    return { article, correcting: article.version.number > 1 || article.version.state === 'released' }
  }

  const show = async (visit: StaffVisit, form: FormState, status: 200 | 409 | 422) => {
    const { article, correcting } = await found(visit)
    const Page = status === 409 ? BothPage : ArticleForm
    // What a bad form was written over is still what its writer saw.
    const seen = status === 422 ? Number(form.values.seen) || article.revision : article.revision
    const view = (
      <Page
        form={form}
        formId={crypto.randomUUID()}
        id={article.id}
        seen={seen}
        version={article.version}
        correcting={correcting}
        closed={article.state === 'submitted' || article.state === 'withdrawn'}
      />
    )
    return visit.page(view, {
      title: article.version.title,
      crumbs: <a href={`/redaksi/${article.id}`}>{visit.language.t('news.back')}</a>,
      status,
    })
  }

  return [
    staff('GET', '/redaksi/:id/ubah', { may: 'article.write', audit: 'none' }, visit =>
      show(visit, emptyForm, 200),
    ),
    staff('POST', '/redaksi/:id/ubah', { may: 'article.write', audit: 'article.written' }, async visit => {
      const { actor, c } = visit
      const { article, correcting } = await found(visit)
      const body = await readBody(c)
      const before = { picture: article.version.picture, correcting }
      const given = await readContent(house, body, visit.language, before)
      if (!given.ok) return show(visit, given.form, 422)
      const { content, changeNote, form = crypto.randomUUID() } = given
      try {
        const path = await visit.within(tx =>
          once(tx, actor.staffId, form, async () => {
            await writeArticle(tx, actor, article.id, seenIn(body), content, changeNote)
            return `/redaksi/${article.id}`
          }),
        )
        return goTo(path)
      } catch (error) {
        if (error instanceof Conflict) return show(visit, { values: typed(body), errors: {} }, 409)
        throw error
      }
    }),
  ]
}
