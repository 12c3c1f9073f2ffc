import { draftArticle, moveArticle, type RecordedFacts } from '../news/index.ts'
import type { House } from '../platform/house.ts'
import { actorOf } from '../staff/index.ts'
import { readSample } from './read-sample.ts'

interface SampleArticle {
  released: boolean
  facts: RecordedFacts
  title: string
  body: string
}

/** The founding meeting as a released article, and a draft in which the checker has something to find. @param ids of the people by e-mail */
export const loadNews = async ({ db, clock }: House, ids: Map<string, string>): Promise<void> => {
  const person = async (email: string) => (await db.asJob(tx => actorOf(tx, ids.get(email)!)))!
  const [author, editor] = [await person('humas@bp3mi.example'), await person('koordinator@bp3mi.example')]
  const now = clock()
  for (const { released, facts, title, body } of readSample<SampleArticle>('news.json')) {
    const content = { title, body, quotes: [], picture: undefined, pictureAlt: '', pictureConsent: '' }
    const id = await db.asActor(author, async tx => {
      const made = await draftArticle(tx, author, { id: null, facts }, { content, sample: true })
      if (released) await moveArticle(tx, author, made, 1, 'submit', { now })
      return made
    })
    if (released) await db.asActor(editor, tx => moveArticle(tx, editor, id, 2, 'release', { now }))
  }
}
