import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Checkbox,
  DateInput,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Panel,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { personName } from './form.ts'
import { type LetterKind, ruleOf, ways } from './letter.ts'

export interface LetterPageProps {
  complaintId: string
  kind: LetterKind
  form: FormState
  formId: string
  /** The form in which the identity is asked for. */
  motive: FormState
  /** Whether the identity was opened, is not there, or still sealed. */
  identity: 'sealed' | 'opened' | 'none'
  /** The number of the letter that this one corrects. */
  corrects?: string | undefined
}

/** One kind of letter, with only the fields it needs. */
export const LetterPage = (props: LetterPageProps) => {
  const { t } = useLanguage()
  const { complaintId, kind, form, formId, identity, corrects } = props
  const { fields } = ruleOf(kind)
  return (
    <>
      {corrects && <Notice tone="info">{t('letters.corrects', { number: corrects })}</Notice>}
      {identity !== 'opened' && <SealedIdentity {...props} />}
      <form
        method="post"
        action={`/aduan/${complaintId}/surat/${kind}/periksa`}
        class="stack loose"
        autocomplete="off"
      >
        <ErrorSummary form={form} title={t('form.summary')} />
        <input type="hidden" name="form" value={formId} />
        <Carried form={form} names={['corrects', 'screening']} />
        {Object.entries(fields).map(([name, rule]) => (
          <LetterField kind={rule.kind} name={name} required={rule.required ?? false} form={form} />
        ))}
        {identity === 'opened' && <OpenedIdentity {...props} />}
        {kind === 'answer' && <Checkbox form={form} name="tell" label={t('letters.tell')} />}
        <p class="small quiet">{t('letters.number-later')}</p>
        <FormActions>
          <button class="btn">{t('letters.check')}</button>
          <a href={`/aduan/${complaintId}/surat`}>{t('letters.to-case-letters')}</a>
        </FormActions>
      </form>
    </>
  )
}

/** What goes along unseen. */
export const Carried = ({ form, names }: { form: FormState; names: string[] }) => (
  <>
    {names.flatMap(name => {
      const value = form.values[name]
      return typeof value === 'string' && value !== ''
        ? [<input type="hidden" name={name} value={value} />]
        : []
    })}
  </>
)

interface LetterFieldProps {
  kind: 'line' | 'lines' | 'day' | 'choice'
  name: string
  required: boolean
  form: FormState
}

const LetterField = ({ kind, name, required, form }: LetterFieldProps) => {
  const { t } = useLanguage()
  const question = {
    form,
    name,
    label: t(`letters.field.${name as 'subject'}`),
    optional: required ? undefined : t('letters.may-skip'),
  }
  if (kind === 'day') return <DateInput {...question} />
  if (kind === 'lines') return <TextArea {...question} />
  if (kind === 'line') return <TextInput {...question} maxlength={200} autocomplete="off" />
  return <Select {...question} options={ways.map(value => ({ value, label: t(`letters.way.${value}`) }))} />
}

const SealedIdentity = ({ complaintId, kind, motive, identity, form }: LetterPageProps) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('letters.identity')}>
      <p>{t(identity === 'none' ? 'letters.identity-none' : 'letters.identity-text')}</p>
      {identity === 'sealed' && (
        <form
          method="post"
          action={`/aduan/${complaintId}/surat/${kind}/identitas`}
          class="stack"
          autocomplete="off"
        >
          <Carried form={form} names={['corrects', 'screening']} />
          <TextInput form={motive} name="motive" label={t('letters.motive')} maxlength={500} />
          <button class="btn plain">{t('letters.open-identity')}</button>
        </form>
      )}
    </Panel>
  )
}

const OpenedIdentity = ({ kind, form }: LetterPageProps) => {
  const { t } = useLanguage()
  const { identity } = ruleOf(kind)
  return (
    <Panel title={t('letters.full')}>
      <p>{t('letters.identity-opened')}</p>
      <Checkbox form={form} name="full" label={t('letters.full-use')} hint={t('letters.full-hint')} />
      {identity.map(part => (
        <TextInput
          form={form}
          name={personName(part)}
          label={t(`letters.person.${part}`)}
          optional={t('letters.may-skip')}
          autocomplete="off"
        />
      ))}
    </Panel>
  )
}
