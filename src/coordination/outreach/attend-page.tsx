import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  ButtonLink,
  Chip,
  Deed,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Panel,
  Stat,
} from '../../ui/index.ts'
import type { Activity, Audience } from '../programme/activity.ts'
import { possibleDoubles } from './doubles.ts'
import { EntryFields } from './entry-fields.tsx'

interface Props {
  activity: Activity
  entries: { formId: string; name: string | null; origin: string; sex: string; audience: string }[]
  form: FormState
  /** Makes this entry count once: a queue that sends it again later keeps it. */
  formId: string
}

/** Attendance at the door, one after the other, on as many phones as there are doors. */
export const AttendPage = ({ activity, entries, form, formId }: Props) => {
  const { t, number } = useLanguage()
  const at = `/program/${activity.id}/hadir`
  const named = entries.flatMap(({ name, ...entry }) => (name === null ? [] : [{ ...entry, name }]))
  const doubles = possibleDoubles(named)
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      <form method="post" action={at} class="stack" novalidate data-once>
        <input type="hidden" name="form" value={formId} />
        <EntryFields form={form} audience={activity.audience} />
        <FormActions>
          <Button>{t('session.add')}</Button>
          <a href={`/program/${activity.id}`}>{t('activity.back')}</a>
        </FormActions>
      </form>
      <p>
        <ButtonLink kind="quiet" href={`${at}/luring`}>
          {t('door.open')}
        </ButtonLink>
      </p>
      <Panel title={t('session.present')}>
        <Stat figure={number(entries.length)} label={t('session.came')} />
        <p class="small quiet">{t('session.names-kept')}</p>
        {entries.length > named.length && <p class="small quiet">{t('session.names-gone')}</p>}
        {doubles.size > 0 && (
          <Notice tone="warn" title={t('session.doubles')}>
            <p>{t('session.doubles-text')}</p>
          </Notice>
        )}
        <ul class="stack tight">
          {named.slice(0, mostShown).map(entry => (
            <li class="row apart">
              <span>
                <b>{entry.name}</b>{' '}
                {doubles.has(entry.formId) && <Chip tone="warn">{t('session.double')}</Chip>}
                <br />
                <span class="small quiet">
                  {[entry.origin, t(`activity.audience-${entry.audience as Audience}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Deed
                action={`${at}/coret`}
                label={t('session.strike', { name: entry.name })}
                kind="plain"
                fields={{ entry: entry.formId }}
              />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

const mostShown = 500
