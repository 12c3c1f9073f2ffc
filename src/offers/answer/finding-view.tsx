import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, type Tone as Look } from '../../ui/index.ts'
import type { Tone } from '../check/inspection.ts'
import type { ShownFinding } from './answer.ts'

const lookOf: Record<Tone, Look> = {
  danger: 'danger',
  warning: 'warn',
  missing: 'neutral',
  good: 'info',
}

/** One sign: the words it rests on, why it matters, what to ask, and where the rule comes from. */
export const FindingView = ({ tone, title, why, ask, source, quotes }: ShownFinding) => {
  const { t, locale, shortDay } = useLanguage()
  return (
    <article class="finding stack tight">
      {tone !== 'missing' && <Chip tone={lookOf[tone]}>{t(`check.tone.${tone}`)}</Chip>}
      <h3>{title[locale]}</h3>
      {quotes.map(({ before, words, after }) => (
        <blockquote class="pre">
          {before}
          <mark>{words}</mark>
          {after}
        </blockquote>
      ))}
      <p>{why[locale]}</p>
      <p class="ask">
        <b>{t('check.ask')}</b> {ask[locale]}
      </p>
      <p class="small quiet">
        {t('check.source')} {source.url ? <a href={source.url}>{source.title}</a> : source.title},{' '}
        {t('check.read-on', { day: shortDay(source.readOn) })}
      </p>
    </article>
  )
}
