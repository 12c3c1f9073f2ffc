import { dayOf } from '../../platform/clock/clock.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, type FormState, Panel, TextArea } from '../../ui/index.ts'
import type { OpenRequest } from './request-queries.ts'

interface Props {
  campaignId: number
  requests: OpenRequest[]
  form: FormState
}

/** What offices ask for, answered one or many at a time. */
export const RequestsPanel = ({ campaignId, requests, form }: Props) => {
  const { t, shortDay } = useLanguage()
  return (
    <Panel title={t('schedule.requests', { count: requests.length })}>
      <form method="post" action={`/kampanye/${campaignId}/permintaan`} class="stack" novalidate data-once>
        <Choices
          form={form}
          name="requests"
          label={t('schedule.requests-which')}
          kind="checkbox"
          options={requests.map(({ id, office, kind, wantedOn, reason, material, channel, dueAt }) => ({
            value: String(id),
            label: `${office} · ${t(`channel.${channel}`)} · ${material}`,
            hint: `${
              kind === 'excuse'
                ? t('schedule.asks-excuse')
                : t('schedule.asks-time', { from: shortDay(dayOf(dueAt)), to: shortDay(wantedOn!) })
            } “${reason}”`,
          }))}
          value={requests.length === 1 ? [String(requests[0]!.id)] : []}
        />
        <TextArea
          form={form}
          name="answer"
          label={t('schedule.answer')}
          hint={t('schedule.answer-hint')}
          rows={2}
        />
        <div class="actions">
          <button class="btn" name="decision" value="granted">
            {t('schedule.grant')}
          </button>
          <button class="btn plain" name="decision" value="refused">
            {t('schedule.refuse')}
          </button>
        </div>
      </form>
    </Panel>
  )
}
