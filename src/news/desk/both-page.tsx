import { useLanguage } from '../../platform/i18n/language.tsx'
import { Notice, Panel } from '../../ui/index.ts'
import type { Version } from '../article.ts'
import { ArticleForm } from './article-form.tsx'

type BothProps = Parameters<typeof ArticleForm>[0]

/** Two wrote at once: what the colleague has saved, and below it what was typed here, still to be saved over it. */
export const BothPage = (props: BothProps) => {
  const { t } = useLanguage()
  return (
    <>
      <Notice tone="warn" title={t('news.two-writers')}>
        <p>{t(props.closed ? 'news.two-writers-closed' : 'news.two-writers-text')}</p>
        <p>
          <a class="btn plain" href={`/redaksi/${props.id}`}>
            {t('news.take-theirs')}
          </a>
        </p>
      </Notice>
      <Panel title={t('news.theirs')}>
        <Theirs version={props.version} />
      </Panel>
      <h2>{t('news.yours')}</h2>
      <ArticleForm {...props} />
    </>
  )
}

const Theirs = ({ version }: { version: Version }) => (
  <>
    <h3>{version.title}</h3>
    <p class="pre">{version.body}</p>
    {version.quotes.map(({ words, person, office }) => (
      <blockquote>
        <p class="pre">{words}</p>
        <p class="small quiet">{[person, office].filter(Boolean).join(', ')}</p>
      </blockquote>
    ))}
    {version.pictureAlt && <p class="small">{version.pictureAlt}</p>}
    {version.pictureConsent && <p class="small quiet">{version.pictureConsent}</p>}
  </>
)
