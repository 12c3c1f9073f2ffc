import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Button,
  Chip,
  ErrorSummary,
  FormActions,
  type FormState,
  Notice,
  Select,
  Stat,
  Table,
  TextArea,
  type Tone,
} from '../../ui/index.ts'
import type { Tone as FindingTone, Level } from '../check/inspection.ts'
import { type BenchResult, type BenchRow, isChanged } from './bench.ts'

const levelTone: Record<Level, Tone> = {
  danger: 'danger',
  warnings: 'warn',
  incomplete: 'info',
  'nothing-found': 'neutral',
}
const findingTone: Record<FindingTone, Tone> = {
  danger: 'danger',
  warning: 'warn',
  missing: 'info',
  good: 'good',
}

interface BenchProps {
  slug: string
  current: number
  /** Versions that can be tried, newest first. */
  trials: { number: number; label: string }[]
  trial: number
  form: FormState
  onlyChanged: boolean
  result: BenchResult | undefined
}

/** The test bench: what two versions say of the same offers, and what changes between them. */
export const BenchPage = ({ slug, current, trials, trial, form, onlyChanged, result }: BenchProps) => {
  const { t } = useLanguage()
  return (
    <>
      <ErrorSummary form={form} title={t('form.summary')} />
      {result && <Effect result={result} current={current} trial={trial} onlyChanged={onlyChanged} />}
      <form method="post" action={`/pedoman/${slug}/uji`} class="stack loose" novalidate>
        <Select
          form={form}
          name="versi"
          label={t('bench.version')}
          hint={t('bench.version-hint', { number: current })}
          value={String(trial)}
          options={trials.map(({ number, label }) => ({ value: String(number), label }))}
        />
        <TextArea
          form={form}
          name="offers"
          label={t('bench.offers')}
          hint={t('bench.offers-hint')}
          rows={14}
        />
        <label class="choice">
          <input type="checkbox" name="only" value="yes" checked={onlyChanged} />
          <span>{t('bench.only-changed')}</span>
        </label>
        <FormActions>
          <Button>{t('bench.try')}</Button>
        </FormActions>
      </form>
    </>
  )
}

const Effect = ({
  result,
  current,
  trial,
  onlyChanged,
}: {
  result: BenchResult
  current: number
  trial: number
  onlyChanged: boolean
}) => {
  const { t, number } = useLanguage()
  const rows = onlyChanged ? result.rows.filter(isChanged) : result.rows
  const sentence = t('bench.summary', {
    changed: result.changedLevel,
    total: result.rows.length,
    danger: result.toDanger,
    calmer: result.fromDanger,
  })
  return (
    <section class="stack" aria-labelledby="effect">
      <h2 id="effect">{t('bench.effect')}</h2>
      <Notice tone={result.changedFindings > 0 ? 'info' : 'neutral'} title={sentence} />
      <div class="stats">
        <Stat figure={number(result.rows.length)} label={t('bench.tried')} />
        <Stat figure={number(result.changedLevel)} label={t('bench.changed-level')} />
        <Stat figure={number(result.changedFindings)} label={t('bench.changed-findings')} />
      </div>
      {rows.length > 0 && (
        <Table
          caption={t('bench.effect')}
          columns={[
            {
              title: t('bench.offer'),
              cell: row => `${row.place}. ${row.text.slice(0, 140)}${row.text.length > 140 ? '…' : ''}`,
            },
            {
              title: t('guidance.version', { number: current }),
              cell: row => <LevelChip level={row.before} />,
            },
            { title: t('guidance.version', { number: trial }), cell: row => <LevelChip level={row.after} /> },
            { title: t('bench.findings'), cell: row => <Findings row={row} /> },
          ]}
          rows={rows}
        />
      )}
    </section>
  )
}

const LevelChip = ({ level }: { level: Level }) => {
  const { t } = useLanguage()
  return <Chip tone={levelTone[level]}>{t(`bench.level.${level}`)}</Chip>
}

const Findings = ({ row }: { row: BenchRow }) => {
  const { t, locale } = useLanguage()
  const list = (key: 'come' | 'gone' | 'kept') =>
    row[key].length > 0 && (
      <p class={key === 'kept' ? 'small quiet' : 'small'}>
        <b>{t(`bench.${key}`)}:</b>{' '}
        {row[key].map(({ title, tone }) =>
          key === 'kept' ? `${title[locale]}. ` : <Chip tone={findingTone[tone]}>{title[locale]}</Chip>,
        )}
      </p>
    )
  return (
    <div class="stack tight">
      {list('come')}
      {list('gone')}
      {list('kept')}
    </div>
  )
}
