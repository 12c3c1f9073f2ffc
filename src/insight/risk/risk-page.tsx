import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState, IntervalChart, Legend, Panel, Table, TileMap } from '../../ui/index.ts'
import { type Quadrant, quadrants, type Standing, stepsOf } from './standing.ts'
import { StepList, type Writing } from './step-list.tsx'
import { riskWords, toneOf } from './words.ts'

interface Props {
  standings: Standing[]
  asOf: string
  writing: Writing
}

/** Where the risk is, and where it is silent: what to do first, the whole as a table and a map, and how sure it is. */
export const RiskPage = ({ standings, asOf, writing }: Props) => {
  const { t } = useLanguage()
  const steps = stepsOf(standings, 6)
  if (standings.length === 0)
    return <EmptyState title={t('insight.no-districts')} text={t('insight.no-districts-text')} />
  return (
    <>
      {steps.length > 0 && (
        <Panel title={t('insight.next')}>
          <StepList steps={steps} writing={writing} />
        </Panel>
      )}
      <section class="stack">
        <h2>{t('insight.by-district')}</h2>
        <StandingTable standings={standings} />
        <p class="small quiet">{t('insight.as-of', { asOf })}</p>
      </section>
      <div class="beside">
        <Sureness standings={standings} />
        {standings.length > 1 && <DistrictMap standings={standings} />}
      </div>
      <Method />
    </>
  )
}

const StandingTable = ({ standings }: { standings: Standing[] }) => {
  const language = useLanguage()
  const { t, number } = language
  return (
    <Table
      caption={t('insight.by-district')}
      rows={standings}
      columns={[
        {
          title: t('insight.district'),
          cell: ({ code, name }) => <a href={`/wawasan/wilayah/${code}`}>{name}</a>,
        },
        { title: t('insight.quadrant'), cell: ({ quadrant }) => <Situation quadrant={quadrant} /> },
        { title: t('insight.risk'), figure: true, cell: ({ risk }) => riskWords(risk, language) },
        { title: t('insight.signal-reports'), figure: true, cell: ({ signals }) => number(signals.reports) },
        { title: t('insight.signal-checks'), figure: true, cell: ({ signals }) => number(signals.checks) },
        {
          title: t('insight.signal-returnees'),
          figure: true,
          cell: ({ signals }) => number(signals.returnees),
        },
        {
          title: t('insight.part-publications'),
          figure: true,
          cell: ({ reached }) => t('insight.of', { done: reached.told, all: reached.due }),
        },
        { title: t('insight.visits'), figure: true, cell: ({ reached }) => number(reached.visits) },
        {
          title: t('insight.part-outreach'),
          figure: true,
          cell: ({ reached }) => t('insight.held-planned', { held: reached.held, planned: reached.planned }),
        },
      ]}
    />
  )
}

export const Situation = ({ quadrant }: { quadrant: Quadrant }) => {
  const { t } = useLanguage()
  return <Chip tone={toneOf[quadrant]}>{t(`insight.quadrant-${quadrant}`)}</Chip>
}

const Sureness = ({ standings }: { standings: Standing[] }) => {
  const language = useLanguage()
  const { t } = language
  const rows = standings.flatMap(({ name, risk, quadrant }) =>
    risk ? [{ ...risk, name, text: riskWords(risk, language), tone: toneOf[quadrant] }] : [],
  )
  const sure = rows.filter(({ low }) => low > 1)
  const said =
    sure.length > 0
      ? t('insight.surely', { districts: language.list(sure.map(({ name }) => name)) })
      : t('insight.none-surely')
  return (
    <Panel title={t('insight.sureness')}>
      {rows.length > 0 && (
        <IntervalChart label={said} reference={{ value: 1, name: t('insight.mean') }} rows={rows} />
      )}
      <p>{said}</p>
      <p class="small quiet">{t('insight.sureness-text')}</p>
    </Panel>
  )
}

const DistrictMap = ({ standings }: { standings: Standing[] }) => {
  const { t, number } = useLanguage()
  return (
    <Panel title={t('insight.map')}>
      <TileMap
        label={t('insight.map')}
        tiles={standings.flatMap(({ code, name, tile, risk, quadrant }) =>
          tile
            ? [
                {
                  name: short[name] ?? name,
                  value: risk ? number(Math.round(risk.mean * 10) / 10) : '?',
                  word: t(`insight.quadrant-${quadrant}`),
                  tone: toneOf[quadrant],
                  ...tile,
                  href: `/wawasan/wilayah/${code}`,
                },
              ]
            : [],
        )}
      />
      <p class="small quiet">{t('insight.map-text')}</p>
      <Legend
        label={t('insight.map')}
        items={quadrants
          .filter(one => standings.some(({ quadrant }) => quadrant === one))
          .map(quadrant => ({ tone: toneOf[quadrant], word: t(`insight.quadrant-${quadrant}`) }))}
      />
    </Panel>
  )
}

/** Names fit a tile as people in the province shorten them. */
const short: Record<string, string> = {
  'Kota Palu': 'Palu',
  'Parigi Moutong': 'Parimo',
  'Tojo Una-Una': 'Touna',
  'Banggai Kepulauan': 'Bangkep',
  'Banggai Laut': 'Balut',
  'Morowali Utara': 'Morut',
}

const Method = () => {
  const { t } = useLanguage()
  return (
    <details class="panel">
      <summary>{t('insight.method')}</summary>
      <ul class="points">
        {(['signals', 'weights', 'shrunk', 'interval', 'coverage', 'quadrant', 'limits'] as const).map(
          point => (
            <li>{t(`insight.method-${point}`)}</li>
          ),
        )}
      </ul>
    </details>
  )
}
