import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Chip,
  Choices,
  EmptyState,
  ErrorSummary,
  Fieldset,
  FormActions,
  type FormState,
  Panel,
} from '../../ui/index.ts'
import { returneeNumber } from '../words.ts'
import { FollowUpFields } from './fields.tsx'
import { type FollowUp, officerWays, outcomes, outcomeTone } from './follow-up.ts'

interface ListProps {
  due: FollowUp[]
  heard: FollowUp[]
}

/** Whom to ask now; nobody falls off the list by not answering. */
export const FollowUpsPage = ({ due, heard }: ListProps) => {
  const { t } = useLanguage()
  return (
    <>
      <Panel title={t('aftercare.due')}>
        {due.length === 0 ? (
          <EmptyState title={t('aftercare.none')} text={t('aftercare.none-text')} />
        ) : (
          <FollowUpList rows={due} />
        )}
      </Panel>
      {heard.length > 0 && (
        <Panel title={t('aftercare.heard')}>
          <FollowUpList rows={heard} />
        </Panel>
      )}
    </>
  )
}

export const aboutOf = ({ about, programme }: Pick<FollowUp, 'about' | 'programme'>, own: string) =>
  about === 'programme' ? (programme ?? '') : own

const FollowUpList = ({ rows }: { rows: FollowUp[] }) => {
  const { t, shortDay } = useLanguage()
  return (
    <ul class="list">
      {rows.map(row => (
        <li>
          <a class="item" href={`/pemantauan/${row.startId}/${row.month}`}>
            <span>
              <b class="num">{returneeNumber(row)}</b> {t('programmes.after-months', { months: row.month })}
              <br />
              <span class="small quiet">
                {[
                  aboutOf(row, t('aftercare.own-enterprise')),
                  row.district,
                  t('aftercare.due-on', { day: shortDay(row.dueOn) }),
                  row.attempts > 0 && t('aftercare.attempts', { count: row.attempts }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {row.outcome ? (
              <Chip tone={outcomeTone[row.outcome]}>{t(`aftercare.outcome-${row.outcome}`)}</Chip>
            ) : (
              <Chip tone="info">{t('aftercare.unasked')}</Chip>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface AskProps {
  followUp: FollowUp
  form: FormState
  formId: string
  mayWork: boolean
}

/** What to say on the telephone, and what was heard. */
export const AskPage = ({ followUp, form, formId, mayWork }: AskProps) => {
  const { t, day } = useLanguage()
  const about = aboutOf(followUp, t('aftercare.own-enterprise'))
  return (
    <>
      <p class="row">
        {followUp.outcome && (
          <Chip tone={outcomeTone[followUp.outcome]}>{t(`aftercare.outcome-${followUp.outcome}`)}</Chip>
        )}
        <span class="small quiet">{t('aftercare.attempts', { count: followUp.attempts })}</span>
      </p>
      <p>{t('aftercare.begun', { about, day: day(followUp.startsOn) })}</p>
      <p>
        <a href={`/purna/${followUp.returneeId}`}>{t('aftercare.to-record')}</a>
      </p>
      <Panel title={t('aftercare.script')}>
        <ol class="points">
          <li>{t('aftercare.script-1')}</li>
          <li>{t('aftercare.script-2', { about })}</li>
          <li>{t('aftercare.script-3')}</li>
          <li>{t('aftercare.script-4')}</li>
        </ol>
      </Panel>
      {mayWork && (
        <form
          method="post"
          action={`/pemantauan/${followUp.startId}/${followUp.month}`}
          class="stack loose"
          novalidate
        >
          <ErrorSummary form={form} title={t('form.summary')} />
          <input type="hidden" name="form" value={formId} />
          <Fieldset legend={t('aftercare.what')}>
            <Choices
              form={form}
              name="way"
              kind="radio"
              label={t('aftercare.way')}
              options={officerWays.map(value => ({ value, label: t(`aftercare.way-${value}`) }))}
            />
            <FollowUpFields form={form} outcomes={outcomes} />
          </Fieldset>
          <FormActions>
            <Button>{t('aftercare.keep')}</Button>
            <a href="/pemantauan">{t('aftercare.back')}</a>
          </FormActions>
        </form>
      )}
    </>
  )
}
