import { countries } from '../../complaints/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ErrorSummary,
  Fieldset,
  FormActions,
  type FormState,
  Notice,
  Select,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { inputName } from './form.ts'
import { JourneyFields, MeetFields } from './plan-fields.tsx'
import type { ReadLetter } from './read-letter.ts'
import type { PersonField, ReadPerson } from './read-persons.ts'

/** Paste the letter; nothing is kept yet. */
export const PastePage = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <form method="post" action="/kepulangan/baca" class="stack loose" novalidate autocomplete="off">
      <ErrorSummary form={form} title={t('form.summary')} />
      <TextArea
        form={form}
        name="letter"
        label={t('arrivals.letter')}
        hint={t('arrivals.letter-hint')}
        rows={14}
      />
      <FormActions>
        <Button>{t('arrivals.read')}</Button>
        <Button kind="quiet" name="without" value="yes">
          {t('arrivals.without')}
        </Button>
      </FormActions>
    </form>
  )
}

interface ProposalProps {
  form: FormState
  formId: string
  /** What the letter says, with its words; kept out of sight when a bad form comes back. */
  read: ReadLetter
  rows: number
  districts: { code: string; name: string }[]
  colleagues: { id: string; name: string }[]
}

/** What was read out of the letter, field by field with the words it came from: an officer corrects it before anything is kept. */
export const ProposalPage = (props: ProposalProps) => {
  const { t, country } = useLanguage()
  const { form, formId, read, rows, colleagues } = props
  const words = (found: { words: string } | undefined) =>
    found && t('arrivals.from-words', { words: found.words.slice(0, 120) })
  return (
    <form method="post" action="/kepulangan" class="stack loose" novalidate data-once autocomplete="off">
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      {read.persons.length > 0 ? (
        <Notice tone="info">{t('arrivals.proposed', { count: read.persons.length })}</Notice>
      ) : (
        <Notice tone="warn">{t('arrivals.nobody-read')}</Notice>
      )}
      <Fieldset legend={t('arrivals.journey')}>
        <JourneyFields form={form} said={field => words(read.journey[field as 'day'])} />
        <Select
          form={form}
          name="country"
          label={t('arrivals.country')}
          hint={words(read.journey.country)}
          optional={t('report.optional')}
          empty={t('returnees.unknown')}
          options={countries.map(code => ({ value: code, label: country(code) }))}
        />
      </Fieldset>
      {Array.from({ length: rows }, (_, place) => (
        <PersonFields {...props} place={place} found={read.persons[place] ?? {}} words={words} />
      ))}
      <Fieldset legend={t('arrivals.meet')}>
        <MeetFields form={form} colleagues={colleagues} />
      </Fieldset>
      <details>
        <summary>{t('arrivals.letter-read')}</summary>
        <TextArea form={form} name="letter" label={t('arrivals.letter')} rows={10} />
      </details>
      <FormActions>
        <Button>{t('arrivals.keep')}</Button>
        <a href="/kepulangan">{t('arrivals.back')}</a>
      </FormActions>
    </form>
  )
}

interface PersonProps extends ProposalProps {
  place: number
  found: ReadPerson
  words: (found: { words: string } | undefined) => string | undefined
}

const PersonFields = ({ form, place, found, words, districts }: PersonProps) => {
  const { t } = useLanguage()
  const optional = t('report.optional')
  const input = (field: Exclude<PersonField, 'sex' | 'origin'>, label: string) => (
    <TextInput
      form={form}
      name={inputName(field, place)}
      label={label}
      hint={words(found[field])}
      optional={field === 'name' ? undefined : optional}
      maxlength={300}
    />
  )
  return (
    <Fieldset legend={t('arrivals.person', { number: place + 1 })}>
      {input('name', t('returnees.name'))}
      <Select
        form={form}
        name={inputName('origin', place)}
        label={t('returnees.district')}
        hint={words(found.origin)}
        empty={t('returnees.unknown')}
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {input('address', t('returnees.address'))}
      {input('bornOn', t('identity.bornOn'))}
      {input('passport', t('identity.passport'))}
      {input('nik', t('identity.nik'))}
      {input('phone', t('returnees.phone'))}
    </Fieldset>
  )
}
