import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, Choices, DateInput, ErrorSummary, type FormState, Panel, TextArea } from '../../ui/index.ts'
import type { DutyRequest } from './request.ts'
import { requestTone } from './request-tone.ts'

interface Props {
  dutyId: number
  requests: DutyRequest[]
  mayAsk: boolean
  form: FormState
  formId: string
}

/** An office that cannot do a duty in time says so here; the owner of the campaign answers. */
export const AskPage = ({ dutyId, requests, mayAsk, form, formId }: Props) => {
  const { t } = useLanguage()
  const waiting = requests.some(({ state }) => state === 'open')
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {requests.length > 0 && (
        <Panel title={t('schedule.asked')}>
          <ul class="list">
            {requests.map(request => (
              <Asked request={request} />
            ))}
          </ul>
        </Panel>
      )}
      {mayAsk && !waiting && (
        <form method="post" action={`/tugas/${dutyId}/minta`} class="stack loose" novalidate data-once>
          <input type="hidden" name="form" value={formId} />
          <Choices
            form={form}
            name="kind"
            label={t('schedule.ask-what')}
            kind="radio"
            options={(['postpone', 'excuse'] as const).map(kind => ({
              value: kind,
              label: t(`schedule.ask-${kind}`),
              hint: t(`schedule.ask-${kind}-hint`),
            }))}
          />
          <DateInput
            form={form}
            name="wantedOn"
            label={t('schedule.wanted-on')}
            hint={t('schedule.if-postponed')}
          />
          <TextArea
            form={form}
            name="reason"
            label={t('schedule.reason')}
            hint={t('schedule.ask-reason-hint')}
            rows={3}
          />
          <div class="actions">
            <button class="btn">{t('schedule.send-request')}</button>
          </div>
        </form>
      )}
      {!mayAsk && requests.length === 0 && <p>{t('schedule.nothing-to-ask')}</p>}
    </>
  )
}

const Asked = ({ request }: { request: DutyRequest }) => {
  const { t, shortDay, moment } = useLanguage()
  const { kind, wantedOn, reason, askedAt, state, answer } = request
  return (
    <li>
      <div class="item">
        <span>
          <b>
            {kind === 'excuse'
              ? t('schedule.asks-excuse')
              : t('schedule.asks-until', { day: shortDay(wantedOn!) })}
          </b>
          <span class="small quiet">
            {moment(askedAt)} · {reason}
          </span>
          {answer && <span class="small">{t('schedule.answered', { answer })}</span>}
        </span>
        <Chip tone={requestTone[state]}>{t(`schedule.request-${state}`)}</Chip>
      </div>
    </li>
  )
}
