import { useLanguage } from '../../platform/i18n/language.tsx'
import type { Published } from '../public-queries.ts'

interface ArticleViewProps {
  article: Published
  corrections: { number: number; note: string; at: Date | null }[]
  address: string
}

/** An article as the public reads it, with every correction. */
export const ArticleView = ({ article, corrections, address }: ArticleViewProps) => {
  const { t, longMoment } = useLanguage()
  return (
    <article class="stack loose">
      <header class="stack tight">
        <h1 lang="id">{article.title}</h1>
        <p class="small quiet">
          {article.office} · {longMoment(article.releasedAt)}
        </p>
      </header>
      {article.sample && <p class="small quiet">{t('sample.banner')}</p>}
      {corrections.length > 0 && <Corrections corrections={corrections} />}
      {article.picture && (
        <img
          class="poster"
          src={`/berita/${article.slug}/gambar/kecil`}
          alt={article.pictureAlt}
          width="480"
          height="320"
          loading="lazy"
        />
      )}
      <div class="stack" lang="id">
        {article.body.split(/\n{2,}/).map(paragraph => (
          <p class="pre">{paragraph}</p>
        ))}
        {article.quotes.map(({ words, person, office }) => (
          <blockquote class="panel stack tight">
            <p class="pre">“{words}”</p>
            <p class="small quiet">{[person, office].filter(Boolean).join(', ')}</p>
          </blockquote>
        ))}
        <p class="small quiet">{t('news.close', { office: article.office })}</p>
      </div>
      <script
        type="application/ld+json"
        // A data block, which no browser runs; nothing in a text can end it.
        dangerouslySetInnerHTML={{ __html: newsArticle(article, address) }}
      />
      <WayBack />
    </article>
  )
}

const Corrections = ({ corrections }: Pick<ArticleViewProps, 'corrections'>) => {
  const { t, longMoment } = useLanguage()
  return (
    <section class="panel stack tight">
      <h2>{t('news.corrections')}</h2>
      <ul class="points">
        {corrections.map(({ note, at }) => (
          <li>
            {at && longMoment(at)}: <span lang="id">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const WayBack = () => {
  const { t } = useLanguage()
  return (
    <p>
      <a href="/berita">{t('news.all')}</a>
    </p>
  )
}

const newsArticle = (article: Published, address: string) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.releasedAt.toISOString(),
    dateModified: article.changedAt.toISOString(),
    inLanguage: 'id',
    mainEntityOfPage: address,
    author: [{ '@type': 'GovernmentOrganization', name: article.office }],
    publisher: { '@type': 'GovernmentOrganization', name: article.office },
    ...(article.picture && { image: [`${address}/gambar/besar`] }),
  }).replaceAll('<', '\\u003c')
