import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, type FormState, TextInput } from '../../ui/index.ts'
import { FollowUpFields } from './fields.tsx'
import { type FollowUp, ownOutcomes } from './follow-up.ts'
import { aboutOf } from './pages.tsx'

/** The door: the number of the registration, in a form and never in an address. */
export const NewsDoorPage = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <>
      <h1>{t('aftercare.own-title')}</h1>
      <p>{t('aftercare.own-lead')}</p>
      <form method="post" action="/purna/kabar" class="stack" novalidate autocomplete="off">
        <ErrorSummary form={form} title={t('form.summary')} />
        <TextInput
          form={form}
          name="number"
          label={t('number.label')}
          hint={t('number.hint')}
          inputmode="numeric"
          autocomplete="off"
          maxlength={60}
        />
        <div class="actions">
          <button class="btn">{t('number.open')}</button>
        </div>
      </form>
    </>
  )
}

interface Props {
  due: FollowUp[]
  digits: string
  form: FormState
  done?: string | undefined
}

/** One question at a time: the earliest that is due. */
export const OwnNewsPage = ({ due, digits, form, done }: Props) => {
  const { t, day } = useLanguage()
  const [first] = due
  return (
    <>
      <h1>{t('aftercare.own-title')}</h1>
      {done && (
        <p class="notice good" role="status">
          {done}
        </p>
      )}
      <ErrorSummary form={form} title={t('form.summary')} />
      {first ? (
        <form method="post" action="/purna/kabar/jawab" class="stack loose" novalidate>
          <p>
            {t('aftercare.begun', {
              about: aboutOf(first, t('aftercare.own-enterprise')),
              day: day(first.startsOn),
            })}{' '}
            {t('aftercare.own-ask', { months: first.month })}
          </p>
          <input type="hidden" name="number" value={digits} />
          <input type="hidden" name="start" value={first.startId} />
          <input type="hidden" name="month" value={String(first.month)} />
          <FollowUpFields form={form} outcomes={ownOutcomes} />
          <div class="actions form-end">
            <button class="btn wide">{t('aftercare.own-send')}</button>
          </div>
        </form>
      ) : (
        <p>{t('aftercare.own-none')}</p>
      )}
    </>
  )
}
