import { type Language, useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState, Stat, Table } from '../../ui/index.ts'
import { DaysPanel, declaredText, figureColumns, Meanings, rangeText } from './figures.tsx'
import type { ChannelReach, OfficeReach, Reach } from './reach.ts'
import type { Span } from './spans.ts'

interface Props {
  campaignId: number
  reach: Reach
  spans: Span[]
  /** The office that is looked at alone. */
  office: string | undefined
  asOf: string
}

/** What reached people, in one sentence: visits first, then between how many devices, then what offices tell. */
export const reachSentence = (language: Language, { whole }: Reach): string => {
  const { t } = language
  const visits = whole.clicks + whole.scans
  const said = [
    visits === 0 ? t('reach.none') : t('reach.said', { visits, clicks: whole.clicks, scans: whole.scans }),
  ]
  if (whole.devices.high > 0) said.push(t('reach.said-devices', { range: rangeText(language, whole) }))
  if (Object.keys(whole.declared).length > 0)
    said.push(t('reach.said-declared', { list: declaredText(language, whole.declared) }))
  return said.join(' ')
}

/** The reach of a campaign by day, channel and office; or of one office in it. */
export const ReachPage = ({ campaignId, reach, spans, office, asOf }: Props) => {
  const language = useLanguage()
  const { t, number } = language
  const { whole, offices, channels } = reach
  if (offices.length === 0) return <EmptyState title={t('reach.nobody')} text={t('reach.nobody-text')} />
  const single = offices.length === 1
  return (
    <>
      <p class="lead">{reachSentence(language, reach)}</p>
      <div class="stats">
        <Stat figure={number(whole.clicks)} label={t('reach.clicks-label')} />
        <Stat figure={number(whole.scans)} label={t('reach.scans-label')} />
        <Stat figure={rangeText(language, whole)} label={t('reach.devices-label')} />
        <Stat figure={number(whole.previews)} label={t('reach.previews-label')} />
      </div>
      <p class="small quiet num">{t('reach.as-of', { moment: asOf })}</p>
      <Meanings />
      <DaysPanel spans={spans} />
      <section class="stack">
        <h2>{t('reach.by-channel')}</h2>
        <Table
          caption={t('reach.by-channel')}
          rows={channels}
          columns={[
            { title: t('reach.channel'), cell: ({ channel }: ChannelReach) => t(`channel.${channel}`) },
            ...figureColumns<ChannelReach>(language),
          ]}
        />
      </section>
      {single && office && (
        <p>
          <a href={`/kampanye/${campaignId}/jangkauan`}>{t('reach.all-offices')}</a>
        </p>
      )}
      {!single && (
        <section class="stack">
          <h2>{t('reach.by-office')}</h2>
          <Table
            caption={t('reach.by-office')}
            rows={offices}
            columns={[
              {
                title: t('office.one'),
                cell: ({ officeId, office: name }: OfficeReach) => (
                  <a href={`/kampanye/${campaignId}/jangkauan?kantor=${officeId}`}>{name}</a>
                ),
              },
              ...figureColumns<OfficeReach>(language),
            ]}
          />
        </section>
      )}
    </>
  )
}
