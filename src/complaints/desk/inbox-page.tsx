import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip, EmptyState, type FormState, Pagination, Tabs } from '../../ui/index.ts'
import type { Workflow } from '../workflow.ts'
import { blockedBy } from './blocked.ts'
import { addressOf, type Desk, desks, type Filter, type View, views } from './inbox.ts'
import type { Counts, InboxRow } from './inbox-queries.ts'
import { type NoticeRow, NoticesPanel } from './notices-panel.tsx'
import type { OwnView } from './own-views.ts'
import { OwnViews } from './own-views-panel.tsx'
import { caseNumber, caseTitle, urgencyOf } from './words.ts'

interface Props {
  rows: InboxRow[]
  counts: Counts
  filter: Filter
  next: Filter | undefined
  areas: { code: string; name: string }[]
  notices: NoticeRow[]
  own: OwnView[]
  form: FormState
  problems: Workflow['problems']
  officeId: number
  now: Temporal.Instant
}

/** What lies on the desk: what blocks each case comes first, the most pressing at the top. */
export const InboxPage = (props: Props) => {
  const { rows, counts, filter, next, notices } = props
  const { t } = useLanguage()
  const to = (change: Partial<Filter>) => addressOf({ ...filter, after: undefined, ...change })
  const counted = (view: View) => (view in counts ? counts[view as 'new'] : undefined)
  return (
    <>
      <NoticesPanel notices={notices} />
      <Tabs
        label={t('inbox.desks')}
        tabs={desks.map(desk => ({
          href: to({ desk, view: 'open' }),
          label: t(`inbox.desk-${desk}`),
          current: desk === filter.desk,
          count: counts[desk],
        }))}
      />
      {hasViews(filter.desk) && (
        <nav class="row" aria-label={t('inbox.views')}>
          {views.map(view => (
            <a href={to({ view })} class="small" aria-current={view === filter.view ? 'page' : undefined}>
              {view === filter.view ? <b>{t(`inbox.view-${view}`)}</b> : t(`inbox.view-${view}`)}
              {filter.desk === 'office' && counted(view) !== undefined && ` (${counted(view)})`}
            </a>
          ))}
        </nav>
      )}
      <Areas {...props} />
      <OwnViews {...props} />
      {rows.length === 0 ? (
        <EmptyState title={t('inbox.empty')} text={t(`inbox.empty-${filter.desk}`)} />
      ) : (
        <Rows {...props} />
      )}
      {(next || filter.after) && (
        <Pagination
          label={t('inbox.pages')}
          text={t('inbox.shown', { count: rows.length })}
          previous={filter.after ? { href: to({}), label: t('inbox.first') } : undefined}
          next={next && { href: addressOf(next), label: t('inbox.next') }}
        />
      )}
    </>
  )
}

const hasViews = (desk: Desk) => desk === 'office' || desk === 'mine' || desk === 'shared'

const Areas = ({ filter, areas }: Props) => {
  const { t } = useLanguage()
  return (
    <form method="get" action="/aduan" class="row end">
      {filter.desk !== 'office' && <input type="hidden" name="meja" value={filter.desk} />}
      {filter.view !== 'open' && <input type="hidden" name="lihat" value={filter.view} />}
      <div class="field">
        <label for="wilayah">{t('inbox.area')}</label>
        <select id="wilayah" name="wilayah">
          <option value="">{t('inbox.all-areas')}</option>
          {areas.map(({ code, name }) => (
            <option value={code} selected={code === filter.area}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button class="btn plain">{t('inbox.show')}</button>
    </form>
  )
}

const Rows = ({ rows, problems, officeId, now }: Props) => {
  const language = useLanguage()
  const { t, locale, shortDay } = language
  const labels = new Map(problems.map(({ id, label }) => [id, label[locale]]))
  const today = new Date(now.epochMilliseconds)
  return (
    <walk-list>
      <ul class="list">
        {rows.map(row => {
          const blocked = blockedBy(row, officeId, today, language)
          const urgent = urgencyOf(row, now, language)
          return (
            <li>
              <a class="item" href={`/aduan/${row.id}`}>
                <span>
                  <b>{blocked.text}</b>
                  <span class="num">{caseNumber(row)}</span> · {caseTitle(row, language)}
                  <br />
                  <span class="small quiet">
                    {[
                      row.origin ?? t('inbox.origin-unknown'),
                      ...row.problems.map(code => labels.get(code) ?? code),
                      t('inbox.since', { day: shortDay(row.receivedAt.toISOString().slice(0, 10)) }),
                      row.ownerId === officeId ? (row.assignee ?? t('inbox.nobody')) : row.owner,
                    ].join(' · ')}
                  </span>
                </span>
                <span class="row">
                  {urgent && <Chip tone={urgent.tone}>{urgent.text}</Chip>}
                  <Chip tone={blocked.tone}>{t(`case.state-${row.state as 'received'}`)}</Chip>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      <p class="hint" data-keys hidden>
        {t('inbox.keys')}
      </p>
    </walk-list>
  )
}
