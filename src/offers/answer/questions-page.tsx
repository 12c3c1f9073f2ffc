import type { Office } from '../../offices/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Choices, ErrorSummary, FormActions, type FormState } from '../../ui/index.ts'
import { answers as replies } from '../check/ask.ts'
import type { Rule } from '../check/rule.ts'
import { DistrictSelect } from './check-page.tsx'
import type { Question } from './inspector.ts'
import { OfflineAnswer, type speaksOf } from './offline-answer.tsx'

interface Props {
  form: FormState
  questions: Question[]
  districts: Office[]
  /** What the device needs to answer by itself while there is no line. */
  offline: { speaks: ReturnType<typeof speaksOf>; asked: Rule[] }
}

/** For whoever heard of the offer and has nothing in writing: at most ten questions, none of them must be answered. */
export const QuestionsPage = ({ form, questions, districts, offline }: Props) => {
  const { t, locale } = useLanguage()
  return (
    <>
      <div class="stack tight">
        <h1>{t('check.questions-title')}</h1>
        <p>{t('check.questions-lead')}</p>
      </div>
      <ErrorSummary form={form} title={t('form.summary')} />
      <ask-offer data-speaks={JSON.stringify(offline.speaks)}>
        <form method="post" action="/cek/tanya" class="panel stack loose" data-once>
          {questions.map(({ id, text, help }) => (
            <Choices
              form={form}
              kind="radio"
              name={`q-${id}`}
              label={text[locale]}
              hint={help?.[locale]}
              options={replies.map(value => ({ value, label: t(`check.reply.${value}`) }))}
            />
          ))}
          <DistrictSelect form={form} districts={districts} />
          <FormActions>
            <Button wide>{t('check.now')}</Button>
          </FormActions>
        </form>
        <OfflineAnswer asked={offline.asked} />
      </ask-offer>
      <p>
        <a href="/cek">{t('check.with-text')}</a>
      </p>
    </>
  )
}
