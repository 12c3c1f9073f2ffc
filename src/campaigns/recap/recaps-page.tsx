import { emptyForm } from '../../platform/http/forms.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Choices, EmptyState, Panel } from '../../ui/index.ts'
import { type Period, periods } from './period.ts'
import type { Edition } from './queries.ts'
import type { Sending } from './sending-queries.ts'

interface Props {
  campaignId: number
  editions: Edition[]
  /** How many duties are due in the present week, month, quarter, and in all. */
  due: Record<Period, number>
  sending: Sending
  leaders: { id: string; name: string; office: string }[]
}

/** The editions of a campaign's recap, a new one, and who gets them by the calendar. */
export const RecapsPage = (props: Props) => {
  const { campaignId, editions, due } = props
  const { t, shortDay, moment } = useLanguage()
  const possible = periods.filter(period => due[period] > 0)
  return (
    <>
      <Panel title={t('recap.new')}>
        <p>{t('recap.lead')}</p>
        <form method="post" action={`/kampanye/${campaignId}/rekap`} class="stack" data-once>
          <Choices
            form={emptyForm}
            name="period"
            label={t('recap.about')}
            kind="radio"
            options={possible.map(period => ({
              value: period,
              label: t(`recap.period-${period}`),
              hint: t('recap.duties-due', { count: due[period] }),
            }))}
            value="whole"
          />
          <div class="actions">
            <button class="btn">{t('recap.make')}</button>
          </div>
        </form>
      </Panel>
      {editions.length === 0 ? (
        <EmptyState title={t('recap.none')} text={t('recap.none-text')} />
      ) : (
        <ul class="list">
          {editions.map(edition => (
            <li>
              <a class="item" href={`/rekap/${edition.id}`}>
                <span>
                  <b>
                    {t('recap.edition', { number: edition.number })} · {t(`recap.period-${edition.period}`)}
                  </b>
                  <span class="small quiet">
                    {shortDay(edition.startsOn)} – {shortDay(edition.endsOn)} · {edition.letterNumber}
                  </span>
                </span>
                <span class="small quiet num">
                  {t('recap.as-of')} {moment(edition.asOf)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <SendingPanel {...props} />
    </>
  )
}

const SendingPanel = ({ campaignId, sending, leaders }: Props) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('recap.sending')}>
      <p class="quiet">{t('recap.sending-text')}</p>
      <form method="post" action={`/kampanye/${campaignId}/rekap/kirim`} class="stack">
        <Choices
          form={emptyForm}
          name="periods"
          label={t('recap.how-often')}
          kind="checkbox"
          grid
          options={periods.map(period => ({ value: period, label: t(`recap.every-${period}`) }))}
          value={sending.periods}
        />
        <Choices
          form={emptyForm}
          name="readers"
          label={t('recap.readers')}
          hint={t('recap.readers-hint')}
          kind="checkbox"
          grid
          options={leaders.map(({ id, name, office }) => ({ value: id, label: name, hint: office }))}
          value={sending.readers}
        />
        <div class="actions">
          <button class="btn plain">{t('recap.keep-sending')}</button>
        </div>
      </form>
    </Panel>
  )
}
