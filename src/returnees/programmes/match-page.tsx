import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Choices, EmptyState, ErrorSummary, FormActions, type FormState } from '../../ui/index.ts'
import { returneeNumber } from '../words.ts'
import type { Matched } from './match.ts'
import type { Programme } from './programme.ts'
import { placesSaid, reasonsSaid } from './words.ts'

interface Props extends Matched {
  programme: Programme
  form: FormState
}

/** Who of the own office fits, and why in this order. */
export const MatchPage = ({ programme, fitting, matches, form }: Props) => {
  const language = useLanguage()
  const { t } = language
  if (fitting === 0)
    return <EmptyState title={t('programmes.nobody-fits')} text={t('programmes.nobody-text')} />
  return (
    <form method="post" action={`/program-purna/${programme.id}/undang`} class="stack" novalidate>
      <ErrorSummary form={form} title={t('form.summary')} />
      <p>
        {t('programmes.fitting', { count: fitting })}, {placesSaid(programme, language)}.
      </p>
      <p class="small quiet">{t('programmes.order')}</p>
      <Choices
        form={form}
        name="returnees"
        kind="checkbox"
        label={t('programmes.whom')}
        options={matches.map(({ returnee, reasons }) => ({
          value: returnee.id,
          label: (
            <>
              <b class="num">{returneeNumber(returnee)}</b>{' '}
              <span class="num">{t('programmes.points', { points: reasons.points })}</span>
            </>
          ),
          hint: reasonsSaid(reasons, language).join(' · '),
        }))}
      />
      <FormActions>
        <Button>{t('programmes.invite')}</Button>
        <a href={`/program-purna/${programme.id}`}>{t('programmes.back-to-one')}</a>
      </FormActions>
    </form>
  )
}
