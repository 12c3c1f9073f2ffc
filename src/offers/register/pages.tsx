import { emptyForm } from '../../platform/http/forms.ts'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { type Actor, may } from '../../staff/index.ts'
import { Button, Chip, EmptyState, Table, TextInput, type Tone } from '../../ui/index.ts'
import { type Field, fieldsOf } from './entry.ts'
import type { Lookup } from './look-up-company.ts'
import type { HeldEntry } from './queries.ts'
import { type LicenceState, licenceState } from './standing.ts'

interface RegisterProps {
  companies: HeldEntry[]
  found: Lookup | undefined
  asked: string
  today: string
  actor: Actor
}

const shown = 100

export const RegisterPage = ({ companies, found, asked, today, actor }: RegisterProps) => {
  const { t } = useLanguage()
  const same = found?.company?.licence
  const near = new Set(found?.near.map(({ licence }) => licence))
  const rows = asked
    ? companies.filter(({ licence }) => licence === same || near.has(licence))
    : companies.slice(0, shown)
  return (
    <div class="stack loose">
      <form method="get" action="/perekrut" class="stack">
        <TextInput name="q" form={emptyForm} label={t('register.search')} value={asked} maxlength={200} />
        <div class="actions">
          <Button>{t('register.find')}</Button>
          {may(actor, 'register.import') && <a href="/perekrut/impor">{t('register.import')}</a>}
        </div>
      </form>
      {asked && !same && <EmptyState title={t('register.none')} text={t('register.none-text')} />}
      {asked && near.size > 0 && <h2>{t('register.near')}</h2>}
      {rows.length > 0 && <Companies rows={rows} today={today} />}
    </div>
  )
}

const Companies = ({ rows, today }: { rows: HeldEntry[]; today: string }) => {
  const { t } = useLanguage()
  return (
    <Table
      caption={t('register.title')}
      rows={rows}
      columns={[
        {
          title: t('register.field.name'),
          cell: ({ licence, fields }) => (
            <a href={`/perekrut/buka?izin=${encodeURIComponent(licence)}`}>{fields.name}</a>
          ),
        },
        { title: t('register.field.licence'), cell: ({ licence }) => licence },
        { title: t('register.field.state'), cell: entry => <LicenceChip entry={entry} today={today} /> },
        { title: t('register.day'), cell: ({ asOf }) => <Day of={asOf} /> },
      ]}
    />
  )
}

interface CompanyProps {
  company: HeldEntry
  branches: HeldEntry[]
  orders: HeldEntry[]
  today: string
}

export const CompanyPage = ({ company, branches, orders, today }: CompanyProps) => {
  const { t, day } = useLanguage()
  return (
    <div class="stack loose">
      <p>
        <LicenceChip entry={company} today={today} />{' '}
        {t('register.as-of', { day: day(Temporal.PlainDate.from(company.asOf)) })}
      </p>
      <Entries title={t('register.title')} rows={[company]} fields={fieldsOf('company')} />
      <Entries title={t('register.branches')} rows={branches} fields={['city', 'address', 'phone']} />
      <Entries
        title={t('register.orders')}
        rows={orders}
        fields={['number', 'country', 'job', 'quota', 'validUntil']}
      />
    </div>
  )
}

const Entries = ({ title, rows, fields }: { title: string; rows: HeldEntry[]; fields: Field[] }) => {
  const { t } = useLanguage()
  return (
    <section>
      <h2>{title}</h2>
      <p class="small quiet">{t('register.count', { count: rows.length })}</p>
      {rows.length > 0 && (
        <Table
          caption={title}
          rows={rows}
          columns={[
            ...fields
              .filter(field => field !== 'state')
              .map(field => ({
                title: t(`register.field.${field}`),
                cell: ({ fields: held }: HeldEntry) => held[field] ?? '–',
              })),
            { title: t('register.day'), cell: ({ asOf }: HeldEntry) => <Day of={asOf} /> },
          ]}
        />
      )}
    </section>
  )
}

const Day = ({ of }: { of: string }) => <>{useLanguage().day(Temporal.PlainDate.from(of))}</>

const tones: Record<LicenceState, Tone> = {
  valid: 'good',
  suspended: 'warn',
  revoked: 'danger',
  expired: 'danger',
}

const LicenceChip = ({ entry, today }: { entry: HeldEntry; today: string }) => {
  const { t } = useLanguage()
  if (!entry.listed) return <Chip tone="danger">{t('register.unlisted')}</Chip>
  const state = licenceState(entry.fields, today)
  return <Chip tone={tones[state]}>{t(`register.state.${state}`)}</Chip>
}
