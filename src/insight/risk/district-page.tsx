import { useLanguage } from '../../platform/i18n/language.tsx'
import { Facts, Panel, Progress, Table } from '../../ui/index.ts'
import { coverageParts } from './coverage.ts'
import type { District } from './read-district.ts'
import { Situation } from './risk-page.tsx'
import { signalKinds, stepsOf, weights } from './standing.ts'
import { StepList, type Writing } from './step-list.tsx'
import { riskWords } from './words.ts'

/** One district: what its risk and its coverage are made of, and what to do. */
export const DistrictPage = ({
  standing,
  placements,
  asOf,
  writing,
}: District & { asOf: string; writing: Writing }) => {
  const language = useLanguage()
  const { t, number, shortDay } = language
  const { signals, coverage, reached, risk, people, quadrant, urgent } = standing
  const steps = stepsOf([standing], 3)
  return (
    <>
      <p class="row">
        <Situation quadrant={quadrant} />
        <span class="small quiet">{t('insight.as-of', { asOf })}</span>
      </p>
      {steps.length > 0 && (
        <Panel title={t('insight.next')}>
          <StepList steps={steps} writing={writing} />
        </Panel>
      )}
      <div class="beside">
        <Panel title={t('insight.risk')}>
          <p>{t('insight.risk-sentence', { risk: riskWords(risk, language) })}</p>
          <Table
            caption={t('insight.risk')}
            rows={[...signalKinds]}
            columns={[
              { title: t('insight.signal'), cell: kind => t(`insight.signal-${kind}`) },
              { title: t('insight.count'), figure: true, cell: kind => number(signals[kind]) },
              {
                title: t('insight.per-people'),
                figure: true,
                cell: kind => (people > 0 ? number(Math.round((signals[kind] / people) * 1e6) / 10) : '–'),
              },
              { title: t('insight.weight'), figure: true, cell: kind => `${weights[kind] * 100} %` },
            ]}
          />
          <Facts
            items={[
              [t('insight.urgent'), number(urgent)],
              [
                t('insight.people'),
                <a href={`/wawasan/penduduk/${standing.code}`}>
                  {people > 0 ? number(people) : t('insight.people-unknown')}
                </a>,
              ],
            ]}
          />
        </Panel>
        <Panel title={t('insight.coverage')}>
          {coverageParts.map(part => (
            <Progress
              done={Math.round(coverage[part] * 100)}
              total={100}
              label={t(`insight.part-${part}-said`, {
                told: reached.told,
                due: reached.due,
                visits: reached.visits,
                percent: Math.round(coverage.reach * 100),
                held: reached.held,
                heard: reached.heard,
                planned: reached.planned,
              })}
            />
          ))}
        </Panel>
      </div>
      <Panel title={t('insight.placements')}>
        {placements.length === 0 ? (
          <p>{t('insight.no-placements')}</p>
        ) : (
          <Table
            caption={t('insight.placements')}
            rows={placements}
            columns={[
              {
                title: t('insight.what'),
                cell: ({ kind, code }) =>
                  t(code.length > 2 ? 'insight.placed-here' : 'insight.placed-province', {
                    what: t(`insight.placed-${kind}`),
                  }),
              },
              { title: t('insight.period'), cell: ({ period }) => period },
              { title: t('insight.count'), figure: true, cell: row => number(row.people) },
              { title: t('insight.source'), cell: ({ source, asOf }) => `${source} (${shortDay(asOf)})` },
            ]}
          />
        )}
      </Panel>
    </>
  )
}
