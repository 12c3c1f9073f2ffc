import { useLanguage } from '../../platform/i18n/language.tsx'
import type { Place } from '../queries.ts'
import { excerptParts } from './excerpt.ts'
import type { Hit } from './queries.ts'

export const longestSearch = 100

export const SearchPage = ({ words, hits, places }: { words: string; hits: Hit[]; places: Place[] }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('search.title')}</h1>
      <SearchForm words={words} />
      {words && (
        <p role="status">
          {t(hits.length > 0 ? 'search.found' : 'search.nothing', { words, count: hits.length })}
        </p>
      )}
      {words && hits.length === 0 && <p>{t('search.nothing-text')}</p>}
      {hits.map(({ path, title, excerpt }) => (
        <article class="panel stack tight">
          <h2>
            <a href={path}>{title}</a>
          </h2>
          <p>{excerptParts(excerpt).map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</p>
        </article>
      ))}
      {places.length > 0 && (
        <section class="panel stack tight">
          <h2>{t('search.places')}</h2>
          <ul class="points">
            {places.map(({ code, name, within }) => (
              <li>
                <a href={`/kantor-terdekat?wilayah=${code}`}>{[name, ...within].join(', ')}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Also on the page that says an address does not exist. */
export const SearchForm = ({ words = '' }: { words?: string }) => {
  const { t } = useLanguage()
  return (
    <form class="panel stack" action="/cari">
      <div class="field">
        <label for="q">{t('search.words')}</label>
        <input id="q" name="q" type="search" value={words} maxlength={longestSearch} />
      </div>
      <button class="btn">{t('search.go')}</button>
    </form>
  )
}
