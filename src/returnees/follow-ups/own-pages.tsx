import { NumberPage } from '../../complaints/index.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { ErrorSummary, type FormState } from '../../ui/index.ts'
import { FollowUpFields } from './fields.tsx'
import { type FollowUp, ownOutcomes } from './follow-up.ts'
import { aboutOf } from './pages.tsx'

/** The door: the number of the registration. */
export const NewsDoorPage = ({ form }: { form: FormState }) => {
  const { t } = useLanguage()
  return (
    <NumberPage
      form={form}
      action="/purna/kabar"
      title={t('aftercare.own-title')}
      lead={t('aftercare.own-lead')}
    />
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
