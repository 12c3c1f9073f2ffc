import { useLanguage } from '../../platform/i18n/language.tsx'
import { Checkbox, Choices, ErrorSummary, FormActions, Notice, Panel, TextArea } from '../../ui/index.ts'
import type { ScreeningPageProps } from './screening-page.tsx'
import { certainties } from './sheet.ts'

/** What the officer thinks: asked apart from what is computed, and beside it. */
export const CertaintyForm = ({ complaintId, screening, form, stored }: ScreeningPageProps) => {
  const { t } = useLanguage()
  const { row, sheet } = screening
  return (
    <Panel title={t('screening.own-certainty')}>
      <form
        method="post"
        action={`/aduan/${complaintId}/asesmen/${row.id}/keyakinan`}
        class="stack loose"
        autocomplete="off"
      >
        <ErrorSummary form={form} title={t('form.summary')} />
        {stored && (
          <Notice tone="warn" title={t('screening.both')}>
            <p>
              {t('screening.theirs', {
                words: `${stored.certainty ? t(`screening.certainty-${stored.certainty}`) : '–'}. ${stored.note}`,
              })}
            </p>
          </Notice>
        )}
        <input type="hidden" name="version" value={row.version} />
        <Choices
          form={form}
          name="certainty"
          kind="radio"
          label={t('screening.certainty')}
          value={sheet.certainty}
          options={certainties.map(value => ({ value, label: t(`screening.certainty-${value}`) }))}
        />
        <TextArea
          form={form}
          name="note"
          label={t('screening.note')}
          optional={t('screening.may-skip')}
          value={sheet.note}
        />
        <FormActions>
          <button class="btn plain">{t('screening.save')}</button>
        </FormActions>
      </form>
    </Panel>
  )
}

export const SignForm = ({
  complaintId,
  screening,
  form,
  missing,
}: ScreeningPageProps & { missing: number }) => {
  const { t } = useLanguage()
  const { row, sheet } = screening
  return (
    <Panel title={t('screening.sign')}>
      {missing > 0 && <Notice tone="warn">{t('screening.sources-missing', { count: missing })}</Notice>}
      {!sheet.certainty && <Notice tone="warn">{t('screening.certainty-first')}</Notice>}
      {missing === 0 && sheet.certainty && (
        <form
          method="post"
          action={`/aduan/${complaintId}/asesmen/${row.id}/tanda-tangan`}
          class="stack loose"
          data-once
        >
          <input type="hidden" name="version" value={row.version} />
          <Checkbox form={form} name="sure" label={t('screening.sure')} />
          <FormActions>
            <button class="btn">{t('screening.sign-now')}</button>
          </FormActions>
        </form>
      )}
    </Panel>
  )
}
