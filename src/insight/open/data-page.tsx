import { dayOf } from '../../platform/clock/clock.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { EmptyState } from '../../ui/index.ts'
import type { Batch } from './batches.ts'

interface Props {
  batches: Batch[]
  names: Map<string, string>
  released: { month: string; madeAt: Date } | undefined
  sample: boolean
}

const subjects = ['complaints', 'offer-checks', 'returnees', 'publications', 'outreach'] as const
const levels = ['danger', 'warnings', 'incomplete', 'nothing-found'] as const

/** What everybody may know: a few tables, made once a month, with nothing in them from which one person could be told. */
export const DataPage = ({ batches, names, released, sample }: Props) => {
  const { t, shortDay, month } = useLanguage()
  if (!released || batches.length === 0)
    return (
      <>
        <Head />
        <EmptyState title={t('open.nothing')} text={t('open.nothing-text')} />
      </>
    )
  return (
    <>
      <Head />
      {sample && <p class="notice warn">{t('sample.banner')}</p>}
      <p>
        <b>{t('open.as-of', { month: month(released.month), made: shortDay(dayOf(released.madeAt)) })}</b>
      </p>
      <p class="row">
        <a class="btn" href="/data/angka.csv">
          {t('open.csv')}
        </a>
        <a class="btn plain" href="/data/angka.json">
          {t('open.json')}
        </a>
      </p>
      {subjects.map(subject => {
        const rows = sumsOf(batches.filter(one => one.subject === subject))
        const total = rows.reduce((sum, { count }) => sum + count, 0)
        return (
          <section class="stack">
            <h2>{t(`open.subject-${subject}`)}</h2>
            <p>{rows.length > 0 ? t(`open.said-${subject}`, { total }) : t('open.too-few')}</p>
            {rows.length > 0 && <Told subject={subject} rows={rows} names={names} />}
          </section>
        )
      })}
      <section class="stack">
        <h2>{t('open.how')}</h2>
        <ul class="points">
          {(['waits', 'frozen', 'missing', 'source', 'use'] as const).map(point => (
            <li>{t(`open.how-${point}`)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

const Head = () => {
  const { t } = useLanguage()
  return (
    <div class="stack">
      <h1>{t('open.title')}</h1>
      <p class="lead">{t('open.lead')}</p>
    </div>
  )
}

const Told = ({
  subject,
  rows,
  names,
}: {
  subject: (typeof subjects)[number]
  rows: Batch[]
  names: Map<string, string>
}) => {
  const { t, number, month } = useLanguage()
  const nameOf = (cell: string) => {
    const level = levels.find(one => one === cell)
    return level ? t(`open.level-${level}`) : (names.get(cell) ?? cell)
  }
  return (
    <table class="told">
      <caption class="hidden">{t(`open.subject-${subject}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(subject === 'offer-checks' ? 'open.level' : 'open.district')}</th>
          <th scope="col" class="num">
            {t('open.count')}
          </th>
          <th scope="col">{t('open.months')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cell, count, first, last }) => (
          <tr>
            <th scope="row">{nameOf(cell)}</th>
            <td class="num">{number(count)}</td>
            <td>
              {first === last ? month(first) : t('open.span', { first: month(first), last: month(last) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Batches of each cell together: every sum is one of whole batches. */
const sumsOf = (batches: Batch[]): Batch[] =>
  [...Map.groupBy(batches, ({ cell }) => cell).values()].map(own => ({
    ...own[0]!,
    last: own.at(-1)!.last,
    count: own.reduce((sum, { count }) => sum + count, 0),
  }))
