import { useLanguage } from '../../../platform/i18n/language.tsx'
import { Chip, EmptyState, Pagination, Panel, Select, Table, TextInput } from '../../../ui/index.ts'
import type { Match } from '../match/match-company.ts'
import { type Company, type LicenceState, licenceOn, licenceStates } from '../register.ts'
import { stateTone } from './state-tone.ts'

interface RegisterProps {
  rows: Company[]
  total: number
  /** Companies with names like what was asked for. */
  near: Match[]
  asOf: string | null | undefined
  asked: { words: string; state: LicenceState | undefined; page: number }
  day: string
  perPage: number
  mayImport: boolean
}

/** The register, searched and leafed through. */
export const RegisterPage = (props: RegisterProps) => {
  const { t } = useLanguage()
  const { rows, near, asOf, mayImport } = props
  if (!asOf)
    return (
      <EmptyState title={t('register.empty')} text={t('register.empty-text')}>
        {mayImport && (
          <a class="btn" href="/perekrut/impor">
            {t('register.import')}
          </a>
        )}
      </EmptyState>
    )
  return (
    <>
      <Search {...props} />
      {near.length > 0 && <Near matches={near} />}
      {rows.length > 0 ? <Companies {...props} /> : <p>{t('register.none-found')}</p>}
    </>
  )
}

const Search = ({ asked: { words, state } }: RegisterProps) => {
  const { t } = useLanguage()
  const form = { values: {}, errors: {} }
  return (
    <form method="get" action="/perekrut" class="trio">
      <TextInput form={form} name="cari" label={t('register.search')} value={words} maxlength={120} />
      <Select
        form={form}
        name="keadaan"
        label={t('register.state')}
        value={state ?? ''}
        empty={t('register.any-state')}
        options={licenceStates.map(value => ({ value, label: t(`register.state.${value}`) }))}
      />
      <button class="btn plain">{t('register.search-now')}</button>
    </form>
  )
}

const Near = ({ matches }: { matches: Match[] }) => {
  const { t } = useLanguage()
  return (
    <Panel title={t('register.did-you-mean')}>
      <ul class="points">
        {matches.map(({ id, name }) => (
          <li>
            <a href={`/perekrut/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Companies = ({ rows, total, asked, day, perPage }: RegisterProps) => {
  const { t, shortDay, number } = useLanguage()
  const first = (asked.page - 1) * perPage
  const turn = (page: number, label: string) => ({ href: hrefOf(asked, page), label })
  return (
    <>
      <Table
        caption={t('nav.register')}
        rows={rows}
        columns={[
          { title: t('register.name'), cell: ({ id, name }) => <a href={`/perekrut/${id}`}>{name}</a> },
          { title: t('register.licence'), cell: ({ licence }) => licence },
          {
            title: t('register.state'),
            cell: company => {
              const state = licenceOn(company, day)
              return <Chip tone={stateTone[state]}>{t(`register.state.${state}`)}</Chip>
            },
          },
          {
            title: t('register.valid-until'),
            cell: ({ validUntil }) => (validUntil ? shortDay(validUntil) : t('register.not-said')),
          },
          { title: t('register.city'), cell: ({ city }) => city },
        ]}
      />
      <Pagination
        label={t('register.pages')}
        text={t('register.page-of', {
          from: number(first + 1),
          to: number(first + rows.length),
          total: number(total),
        })}
        previous={asked.page > 1 ? turn(asked.page - 1, t('register.previous')) : undefined}
        next={first + rows.length < total ? turn(asked.page + 1, t('register.next')) : undefined}
      />
    </>
  )
}

const hrefOf = ({ words, state }: RegisterProps['asked'], page: number) =>
  `/perekrut?${new URLSearchParams({ cari: words, keadaan: state ?? '', h: String(page) })}`
