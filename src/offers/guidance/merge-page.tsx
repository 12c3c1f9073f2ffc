import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Choices, ErrorSummary, type FormState } from '../../ui/index.ts'
import type { Clash } from './compare.ts'
import type { Json } from './document.ts'
import { clashField } from './merge-form.ts'
import { pathName, plain } from './names.ts'

interface MergeProps {
  slug: string
  /** The version that speaks now. */
  onto: { id: number; number: number }
  clashes: Clash[]
  form: FormState
}

/** Two people changed the same words: both are shown, and the second one chooses. */
export const MergePage = ({ slug, onto, clashes, form }: MergeProps) => {
  const language = useLanguage()
  const { t } = language
  const said = (value: Json | undefined) => plain(language, value) || t('guidance.gone')
  return (
    <form method="post" action={`/pedoman/${slug}/gabung`} class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="onto" value={onto.id} />
      <p>{t(clashes.length > 0 ? 'guidance.merge-lead' : 'guidance.merge-easy', { number: onto.number })}</p>
      {clashes.map(clash => (
        <Choices
          form={form}
          name={clashField(clash.path)}
          label={pathName(language, clash.path)}
          hint={t('guidance.before-both', { value: said(clash.base) })}
          kind="radio"
          grid
          options={[
            { value: 'mine', label: said(clash.mine), hint: t('guidance.mine') },
            {
              value: 'theirs',
              label: said(clash.theirs),
              hint: t('guidance.theirs', { number: onto.number }),
            },
          ]}
        />
      ))}
      <div class="actions">
        <Button>{t('guidance.merge')}</Button>
      </div>
    </form>
  )
}
