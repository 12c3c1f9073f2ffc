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
import type { Audience } from '../programme/activity.ts'
import { possibleDoubles } from './doubles.ts'
import { EntryFields } from './entry-fields.tsx'
import type { Attendance, NamesState } from './read-attendance.ts'

interface Props extends Attendance {
  form: FormState
  /** Makes this entry count once: a queue that sends it again later keeps it. */
  formId: string
}

/** Attendance at the door, one after the other, on as many phones as there are doors. */
export const AttendPage = ({ activity, names, entries, form, formId }: Props) => {
  const { t, number } = useLanguage()
  const at = `/program/${activity.id}/hadir`
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {names === 'unkept' && <NotKept />}
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
        <Stat figure={number(entries.length)} label={t('session.counted-so-far')} />
        <NamesWords names={names} at={at} />
        {names !== 'gone' && <Came entries={entries} at={at} />}
      </Panel>
    </>
  )
}

/** Said before anything is typed. */
export const NotKept = () => {
  const { t } = useLanguage()
  return (
    <Notice tone="warn" title={t('session.names-unkept')}>
      <p>{t('session.names-unkept-text')}</p>
    </Notice>
  )
}

const NamesWords = ({ names, at }: { names: NamesState; at: string }) => {
  const { t } = useLanguage()
  if (names === 'unkept') return null
  return (
    <>
      <p class="small quiet">{t(`session.names-${names}`)}</p>
      {names === 'locked' && (
        <p>
          <ButtonLink kind="quiet" href={`/kunci/buka?ke=${encodeURIComponent(at)}`}>
            {t('session.unlock')}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

/** One row for each: with the name where it can be read, with its number where not, so that a slip can be struck out by anybody here. */
const Came = ({ entries, at }: { entries: Attendance['entries']; at: string }) => {
  const { t, moment } = useLanguage()
  const doubles = possibleDoubles(
    entries.flatMap(({ formId, named }) => (named ? { formId, name: named.name } : [])),
  )
  return (
    <>
      {doubles.size > 0 && (
        <Notice tone="warn" title={t('session.doubles')}>
          <p>{t('session.doubles-text')}</p>
        </Notice>
      )}
      <ul class="stack tight">
        {entries.slice(0, mostShown).map(({ formId, named, sex, audience, at: noted }, place) => {
          const called = named?.name ?? t('session.number', { number: entries.length - place })
          return (
            <li class="row apart">
              <span>
                <b>{called}</b> {doubles.has(formId) && <Chip tone="warn">{t('session.double')}</Chip>}
                <br />
                <span class="small quiet">
                  {[
                    named ? named.origin : `${t(`session.sex-${sex as 'f'}`)} · ${moment(noted)}`,
                    t(`activity.audience-${audience as Audience}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Deed
                action={`${at}/coret`}
                label={t('session.strike', { name: called })}
                kind="plain"
                fields={{ entry: formId }}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}

const mostShown = 500
