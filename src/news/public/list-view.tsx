import { useLanguage } from '../../platform/i18n/language.tsx'
import type { Published } from '../public-queries.ts'
import { firstOf } from './feeds.ts'

interface ListProps {
  articles: Published[]
  years: { year: number; count: number }[]
  year?: number | undefined
  /** The sheet of the year that follows. */
  next?: number | undefined
}

/** What was published, the newest first; the years lead further back. */
export const ListView = ({ articles, years, year, next }: ListProps) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{year ? t('news.of-year', { year: String(year) }) : t('news.public-title')}</h1>
      <form class="panel stack" action="/cari">
        <div class="field">
          <label for="q">{t('news.search')}</label>
          <input id="q" name="q" type="search" maxlength={100} />
        </div>
        <button class="btn">{t('search.go')}</button>
      </form>
      {articles.length === 0 && <p>{t('news.public-none')}</p>}
      {articles.map(article => (
        <article class="panel stack tight">
          <h2 lang="id">
            <a href={`/berita/${article.slug}`}>{article.title}</a>
          </h2>
          <Byline article={article} />
          {!year && <p lang="id">{shortened(firstOf(article.body))}</p>}
        </article>
      ))}
      {next && (
        <p>
          <a href={`/berita/arsip/${year}?lembar=${next}`}>{t('news.older')}</a>
        </p>
      )}
      <nav class="stack tight" aria-label={t('news.archive')}>
        <h2>{t('news.archive')}</h2>
        <ul class="points">
          {years.map(({ year: one, count }) => (
            <li>
              <a href={`/berita/arsip/${one}`}>{t('news.year', { year: String(one), count })}</a>
            </li>
          ))}
        </ul>
        <p class="small">
          <a href="/berita/umpan.atom">Atom</a> · <a href="/berita/umpan.json">JSON Feed</a>
        </p>
      </nav>
    </>
  )
}

const Byline = ({ article }: { article: Published }) => {
  const { moment } = useLanguage()
  return (
    <p class="small quiet">
      {article.office} · <time dateTime={article.releasedAt.toISOString()}>{moment(article.releasedAt)}</time>
    </p>
  )
}

const longest = 240

/** Whole words of the beginning: the list stays small. */
const shortened = (text: string) =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`
