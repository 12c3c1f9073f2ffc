import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, ErrorSummary, type FormState, Notice, type Tone } from '../../ui/index.ts'
import { type Answered, outcomeOf } from './answers.ts'
import type { Bearing, Procedure } from './procedure.ts'
import { SourceLine } from './told.tsx'

const tones: Record<Bearing, Tone> = { stop: 'danger', missing: 'warn', 'in-place': 'info' }

export const CheckPage = ({ procedure, form }: { procedure: Procedure; form: FormState }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('route.check-title')}</h1>
      <p>{t('route.check-how')}</p>
      <ErrorSummary form={form} title={t('form.summary')} />
      <CheckForm procedure={procedure} form={form} />
    </>
  )
}

const CheckForm = ({ procedure, form }: { procedure: Procedure; form: FormState }) => {
  const { t, locale } = useLanguage()
  return (
    <form method="post" action="/jalur/cek" class="stack loose">
      {procedure.questions.map(({ id, text, answers }, at) => (
        <Choices
          form={form}
          name={id}
          kind="radio"
          label={`${at + 1}. ${text[locale]}`}
          options={answers.map(answer => ({ value: answer.id, label: answer.label[locale] }))}
        />
      ))}
      <button class="btn wide">{t('route.check-ask')}</button>
    </form>
  )
}

interface OutcomeProps {
  procedure: Procedure
  answered: Answered[]
  form: FormState
}

/** What is missing and what to do next; first what speaks for waiting. */
export const OutcomePage = ({ procedure, answered, form }: OutcomeProps) => {
  const { t } = useLanguage()
  const outcome = outcomeOf(answered)
  const having = (bearing: Bearing) => answered.filter(({ answer }) => answer?.bearing === bearing)
  const open = answered.filter(({ answer }) => !answer)
  return (
    <>
      <h1>{t(`route.outcome.${outcome}`)}</h1>
      <Notice tone={tones[outcome]} title={t('route.outcome-next')}>
        <p>{t(`route.outcome-text.${outcome}`)}</p>
      </Notice>
      <Group title={t('route.bearing.stop')} items={having('stop')} />
      <Group title={t('route.bearing.missing')} items={[...having('missing'), ...open]} />
      <Group title={t('route.bearing.in-place')} items={having('in-place')} />
      <p>
        <a href="/jalur">{t('route.title')}</a>
      </p>
      <details>
        <summary>{t('route.check-again')}</summary>
        <CheckForm procedure={procedure} form={form} />
      </details>
    </>
  )
}

const Group = ({ title, items }: { title: string; items: Answered[] }) => {
  const { t, locale } = useLanguage()
  if (items.length === 0) return null
  return (
    <section class="panel stack">
      <h2>{title}</h2>
      {items.map(({ question, answer }) => (
        <div class="stack tight">
          <h3>{question.text[locale]}</h3>
          <p>{answer ? answer.meaning[locale] : t('route.unanswered')}</p>
          {answer && <p>{answer.next[locale]}</p>}
          <SourceLine {...question} />
        </div>
      ))}
    </section>
  )
}
