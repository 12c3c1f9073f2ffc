import { useLanguage } from '../../platform/i18n/language.tsx'
import type { MessageKey } from '../../platform/i18n/messages.ts'
import { Chip, ErrorSummary, Facts, type FormState, Notice, Panel } from '../../ui/index.ts'
import type { ArticleMove } from '../article.ts'
import type { DeskArticle, Judged } from '../read-article.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { Marked } from './marked-view.tsx'
import { MovesPanel } from './moves-panel.tsx'
import { stateTone } from './state-tone.ts'

export interface ArticlePageProps {
  article: DeskArticle
  findings: Judged[]
  missing: MessageKey[]
  moves: ArticleMove[]
  events: { at: Date; move: string; note: string | null; office: string }[]
  reads: number
  sourceGone: boolean
  fourEyes: boolean
  mayMend: boolean
  mayKeep: boolean
  form: FormState
}

export const ArticlePage = (props: ArticlePageProps) => {
  const { article, missing, moves, events, form, sourceGone, fourEyes } = props
  const { t, moment } = useLanguage()
  const findings = props.findings.map((finding, index) => ({ ...finding, number: index + 1 }))
  const { version } = article
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {sourceGone && (
        <Notice tone="warn" title={t('news.source-gone')}>
          <p>{t('news.source-gone-text', { when: moment(article.factsAt) })}</p>
        </Notice>
      )}
      {article.withdrawnWhy && (
        <Notice tone="warn" title={t('news.state.withdrawn')}>
          <p class="pre">{article.withdrawnWhy}</p>
        </Notice>
      )}
      {version.state === 'draft' && version.decisionNote && (
        <Notice tone="warn" title={t('news.returned-with')}>
          <p class="pre">{version.decisionNote}</p>
        </Notice>
      )}
      {fourEyes && <Notice tone="info">{t('news.four-eyes')}</Notice>}
      <div class="halves">
        <div class="stack loose">
          <Text article={article} findings={findings} />
        </div>
        <div class="stack loose">
          <MovesPanel article={article} moves={moves} form={form} />
          <FindingsPanel
            id={article.id}
            seen={article.revision}
            findings={findings}
            mayMend={props.mayMend}
            mayKeep={props.mayKeep}
            form={form}
          />
          {missing.length > 0 && article.state === 'draft' && (
            <Panel title={t('news.missing')}>
              <ul class="points">
                {missing.map(key => (
                  <li>{t(key)}</li>
                ))}
              </ul>
            </Panel>
          )}
          <Record {...props} />
          <Panel title={t('news.history')}>
            <ul class="points">
              {events.map(({ at, move, note, office }) => (
                <li class="small">
                  {moment(at)} · {office} · {t(`news.move.${move as ArticleMove | 'draft'}`)}
                  {note && `: ${note}`}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  )
}

const Text = ({ article, findings }: { article: DeskArticle; findings: (Judged & { number: number })[] }) => {
  const { version } = article
  const say = (field: string, text: string) => <Marked text={text} field={field} findings={findings} />
  return (
    <Panel>
      {findings.some(({ field }) => field === 'title') && <h2>{say('title', version.title)}</h2>}
      {version.picture && (
        <img class="poster" src={`/redaksi/${article.id}/gambar`} alt={version.pictureAlt} loading="lazy" />
      )}
      {version.pictureAlt && <p class="small quiet">{say('pictureAlt', version.pictureAlt)}</p>}
      <p class="pre">{say('body', version.body)}</p>
      {version.quotes.map(({ words, person, office }, index) => (
        <blockquote class="stack tight">
          <p class="pre">{say(`words.${index}`, words)}</p>
          <p class="small">
            {say(`person.${index}`, person)}, {say(`office.${index}`, office)}
          </p>
        </blockquote>
      ))}
    </Panel>
  )
}

const Record = ({ article, reads }: ArticlePageProps) => {
  const { t, moment, number, shortDay } = useLanguage()
  const { facts } = article
  return (
    <Panel title={t('news.record')}>
      <Facts
        items={[
          [
            t('news.state-field'),
            <Chip tone={stateTone[article.state]}>{t(`news.state.${article.state}`)}</Chip>,
          ],
          [t('office.one'), article.officeName],
          [t('news.record-kind'), t(`news.kind.${article.sourceKind}`)],
          [t('news.record-what'), facts.what],
          ...(facts.when ? [[t('news.record-when'), shortDay(facts.when.start)] as [string, string]] : []),
          ...facts.figures.map(({ name, value, source }): [string, string] => [
            name,
            `${number(value)} (${source})`,
          ]),
          [t('news.record-as-of'), moment(article.factsAt)],
          ...(article.out ? [[t('news.reads'), number(reads)] as [string, string]] : []),
        ]}
      />
    </Panel>
  )
}
