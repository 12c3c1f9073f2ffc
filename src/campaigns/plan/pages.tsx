import type { Office } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import {
  Chip,
  Choices,
  EmptyState,
  ErrorSummary,
  Facts,
  type FormState,
  Notice,
  Stat,
  Tabs,
  TextArea,
  TextInput,
} from '../../ui/index.ts'
import { channels } from '../channel.ts'
import type { Round } from '../schedule/rounds.ts'
import type { Coverage } from './coverage.ts'
import { CoverageView, coverageSentence } from './coverage-view.tsx'

interface ListRow {
  id: number
  title: string
  startsOn: string
  endsOn: string
  duties: number
  accepted: number
  waiting: number
  sample: boolean
}

export const CampaignsPage = ({ rows, mayStart }: { rows: ListRow[]; mayStart: boolean }) => {
  const { t, shortDay } = useLanguage()
  if (rows.length === 0)
    return (
      <EmptyState title={t('campaign.none')} text={t('campaign.none-text')}>
        {mayStart && (
          <a class="btn" href="/kampanye/baru">
            {t('campaign.start')}
          </a>
        )}
      </EmptyState>
    )
  return (
    <ul class="list">
      {rows.map(row => (
        <li>
          <a class="item" href={`/kampanye/${row.id}`}>
            <span>
              <b>{row.title}</b>
              <span class="small quiet">
                {shortDay(row.startsOn)} – {shortDay(row.endsOn)}
                {row.sample && ` · ${t('sample.mark')}`}
              </span>
            </span>
            <span class="row">
              {row.waiting > 0 && <Chip tone="info">{t('campaign.to-review', { count: row.waiting })}</Chip>}
              <Chip tone={row.accepted === row.duties ? 'good' : 'neutral'}>
                {t('campaign.proven', { done: row.accepted, total: row.duties })}
              </Chip>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

interface NewProps {
  form: FormState
  formId: string
  versions: { id: number; number: number; title: string; headline: string }[]
  offices: Office[]
  partners: Office[]
}

export const NewCampaignPage = ({ form, formId, versions, offices, partners }: NewProps) => {
  const { t } = useLanguage()
  if (versions.length === 0)
    return (
      <EmptyState title={t('campaign.no-material')} text={t('campaign.no-material-text')}>
        <a class="btn" href="/materi">
          {t('nav.materials')}
        </a>
      </EmptyState>
    )
  const officeOptions = (list: Office[]) => list.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <form method="post" action="/kampanye/baru" class="stack loose" novalidate data-once>
      <ErrorSummary form={form} title={t('form.summary')} />
      <input type="hidden" name="form" value={formId} />
      <TextInput form={form} name="title" label={t('campaign.title-field')} maxlength={120} />
      <TextArea
        form={form}
        name="purpose"
        label={t('campaign.purpose')}
        hint={t('campaign.purpose-hint')}
        rows={3}
      />
      <div class="trio">
        <TextInput form={form} name="startsOn" label={t('campaign.starts')} type="date" />
        <TextInput form={form} name="endsOn" label={t('campaign.ends')} type="date" />
        <TextInput
          form={form}
          name="dueOn"
          label={t('campaign.due')}
          hint={t('campaign.due-hint')}
          type="date"
        />
      </div>
      <TextInput
        form={form}
        name="weeklyUntil"
        label={t('schedule.weekly-until')}
        hint={t('schedule.weekly-until-hint')}
        type="date"
        short
      />
      <Choices
        form={form}
        name="coOwners"
        label={t('campaign.co-owners')}
        hint={t('campaign.co-owners-hint')}
        kind="checkbox"
        options={officeOptions(partners)}
        value={partners.map(({ id }) => String(id))}
      />
      <Choices
        form={form}
        name="versions"
        label={t('campaign.materials')}
        kind="checkbox"
        grid
        options={versions.map(({ id, number, title, headline }) => ({
          value: String(id),
          label: title,
          hint: `${headline} · ${t('material.version', { number })}`,
        }))}
        value={versions.length === 1 ? [String(versions[0]!.id)] : []}
      />
      <Choices
        form={form}
        name="offices"
        label={t('campaign.offices')}
        hint={t('campaign.offices-hint')}
        kind="checkbox"
        grid
        options={officeOptions(offices)}
        value={offices.map(({ id }) => String(id))}
      />
      <Choices
        form={form}
        name="channels"
        label={t('campaign.channels')}
        kind="checkbox"
        grid
        options={channels.map(channel => ({ value: channel, label: t(`channel.${channel}`) }))}
      />
      <Notice tone="info">{t('campaign.duties-at-once')}</Notice>
      <div class="actions">
        <button class="btn">{t('campaign.start')}</button>
      </div>
    </form>
  )
}

interface CampaignProps {
  campaign: { id: number; slug: string; purpose: string; startsOn: string; endsOn: string; sample: boolean }
  owners: Office[]
  coverage: Coverage
  materials: { id: number; headline: string }[]
  rounds: Round[]
  /** The week shown alone; all together when absent. */
  round: number | undefined
  now: Temporal.Instant
}

export const CampaignPage = (props: CampaignProps) => {
  const { campaign, owners, coverage, materials, now } = props
  const language = useLanguage()
  const { t, shortDay, number, list } = language
  const { head, tail } = coverageSentence(language, coverage, campaign.startsOn)
  return (
    <>
      <p class="lead">
        <b>{head}</b> {tail}
      </p>
      <div class="stats">
        <Stat
          figure={`${number(coverage.accepted)}/${number(coverage.duties)}`}
          label={t('coverage.duties-accepted')}
        />
        <Stat figure={number(coverage.waiting)} label={t('coverage.in-review')} />
        {coverage.excused > 0 && (
          <Stat figure={number(coverage.excused)} label={t('schedule.excused-label')} />
        )}
        <Stat figure={number(coverage.visits)} label={t('coverage.visits-label')} />
      </div>
      <p>
        <a href={`/kampanye/${campaign.id}/jangkauan`}>{t('reach.title')}</a>
      </p>
      <Weeks {...props} />
      <CoverageView coverage={coverage} materials={materials} now={now} />
      <Facts
        items={[
          [t('campaign.owners'), list(owners.map(({ name }) => name))],
          [t('campaign.period'), `${shortDay(campaign.startsOn)} – ${shortDay(campaign.endsOn)}`],
          [t('campaign.purpose'), <span class="pre">{campaign.purpose}</span>],
          [t('campaign.public-page'), <a href={`/k/${campaign.slug}`}>/k/{campaign.slug}</a>],
        ]}
      />
    </>
  )
}

/** The weeks of a campaign that comes again: each by itself, or all together. */
const Weeks = ({ campaign, rounds, round }: CampaignProps) => {
  const { t, shortDay } = useLanguage()
  if (rounds.length < 2) return null
  const all = { href: `/kampanye/${campaign.id}`, label: t('schedule.all-weeks'), current: !round }
  return (
    <Tabs
      label={t('schedule.which-week')}
      tabs={[
        all,
        ...rounds.map(({ number, dueAt }) => ({
          href: `/kampanye/${campaign.id}?pekan=${number}`,
          label: `${t('schedule.week', { number })} · ${shortDay(dayOf(dueAt))}`,
          current: number === round,
        })),
      ]}
    />
  )
}
