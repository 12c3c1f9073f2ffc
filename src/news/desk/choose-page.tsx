import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Choices, EmptyState, ErrorSummary, FormActions, type FormState } from '../../ui/index.ts'
import type { SourceKind } from '../facts.ts'

export interface Choice {
  kind: SourceKind
  id: number
  title: string
  day: string | undefined
}

/** What happened that can be told of: an article begins with a record, not with an empty page. */
export const ChoosePage = ({
  form,
  formId,
  choices,
}: {
  form: FormState
  formId: string
  choices: Choice[]
}) => {
  const { t, shortDay } = useLanguage()
  if (choices.length === 0)
    return (
      <EmptyState title={t('news.no-source')} text={t('news.no-source-text')}>
        <div class="actions">
          <ButtonLink href="/program">{t('nav.plan')}</ButtonLink>
          <ButtonLink kind="quiet" href="/rapat">
            {t('nav.meetings')}
          </ButtonLink>
        </div>
      </EmptyState>
    )
  return (
    <form method="post" class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <Choices
        form={form}
        name="source"
        label={t('news.choose-source')}
        hint={t('news.choose-source-hint')}
        kind="radio"
        options={choices.map(({ kind, id, title, day }) => ({
          value: `${kind}:${id}`,
          label: title,
          hint: [t(`news.kind.${kind}`), day && shortDay(day)].filter(Boolean).join(' · '),
        }))}
      />
      <FormActions>
        <button class="btn">{t('news.make')}</button>
      </FormActions>
    </form>
  )
}
