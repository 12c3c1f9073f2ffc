import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, Chip, EmptyState, Pagination, Select, Tabs } from '../../ui/index.ts'
import type { ReturneeOffer } from '../custody/offer.ts'
import { OfferedPanel } from '../custody/panels.tsx'
import { type Need, needs, type ReturneeState, returneeStates } from '../returnee.ts'
import { returneeNumber, stateTone } from '../words.ts'
import type { ReturneeRow } from './queries.ts'

export interface Filter {
  district: string
  need: string
  state: ReturneeState
  below?: number | undefined
}

interface Props {
  rows: ReturneeRow[]
  counts: Map<string, number>
  unjudged: number
  filter: Filter
  next: Filter | undefined
  districts: { code: string; name: string }[]
  offers: ReturneeOffer[]
  mayWork: boolean
}

export const addressOf = ({ district, need, state, below }: Filter) => {
  const asked = new URLSearchParams({
    ...(district && { wilayah: district }),
    ...(need && { kebutuhan: need }),
    ...(state !== 'active' && { keadaan: state }),
    ...(below && { sebelum: String(below) }),
  }).toString()
  return asked ? `/purna?${asked}` : '/purna'
}

/** Who is registered with this office: by number, never by name. */
export const ReturneesPage = (props: Props) => {
  const { t } = useLanguage()
  const { rows, counts, unjudged, filter, next } = props
  return (
    <>
      <OfferedPanel {...props} />
      {unjudged > 0 && (
        <p class="notice info">
          <a href="/purna/serupa">{t('returnees.unjudged', { count: unjudged })}</a>
        </p>
      )}
      <p class="row">
        <a href="/program-purna">{t('programmes.title')}</a>
        <a href="/pemantauan">{t('aftercare.title')}</a>
        <a href="/usaha">{t('enterprise.all')}</a>
      </p>
      <Tabs
        label={t('returnees.states')}
        tabs={returneeStates.map(state => ({
          href: addressOf({ ...filter, state, below: undefined }),
          label: t(`returnees.state-${state}`),
          current: state === filter.state,
          count: counts.get(state) ?? 0,
        }))}
      />
      <Narrow {...props} />
      {rows.length === 0 ? (
        <EmptyState title={t('returnees.none')} text={t('returnees.none-text')} />
      ) : (
        <ReturneeList rows={rows} />
      )}
      {(next || filter.below) && (
        <Pagination
          label={t('inbox.pages')}
          text={t('inbox.shown', { count: rows.length })}
          previous={
            filter.below
              ? { href: addressOf({ ...filter, below: undefined }), label: t('inbox.first') }
              : undefined
          }
          next={next && { href: addressOf(next), label: t('inbox.next') }}
        />
      )}
    </>
  )
}

const Narrow = ({ filter, districts }: Props) => {
  const { t } = useLanguage()
  const form = { values: {}, errors: {} }
  return (
    <form method="get" action="/purna" class="row end">
      {filter.state !== 'active' && <input type="hidden" name="keadaan" value={filter.state} />}
      <Select
        form={form}
        name="wilayah"
        label={t('returnees.district')}
        value={filter.district}
        empty={t('inbox.all-areas')}
        options={districts.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        form={form}
        name="kebutuhan"
        label={t('returnees.need')}
        value={filter.need}
        empty={t('returnees.all-needs')}
        options={needs.map(value => ({ value, label: t(`returnees.need-${value}`) }))}
      />
      <button class="btn plain">{t('inbox.show')}</button>
    </form>
  )
}

export const ReturneeList = ({ rows }: { rows: ReturneeRow[] }) => {
  const { t, list, country, shortDay } = useLanguage()
  return (
    <ul class="list">
      {rows.map(row => (
        <li>
          <a class="item" href={`/purna/${row.id}`}>
            <span>
              <b class="num">{returneeNumber(row)}</b>{' '}
              {row.needs.length > 0
                ? list(row.needs.map(code => t(`returnees.need-${code as Need}`)))
                : t('returnees.no-needs')}
              <br />
              <span class="small quiet">
                {[
                  row.district ?? t('inbox.origin-unknown'),
                  row.destination && country(row.destination),
                  t(`returnees.channel-${row.channel as 'self'}`),
                  shortDay(row.registeredAt.toISOString().slice(0, 10)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <Chip tone={stateTone[row.state as ReturneeState]}>
              {t(`returnees.state-${row.state as ReturneeState}`)}
            </Chip>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Ways on from the list, for who may write. */
export const ListActions = () => {
  const { t } = useLanguage()
  return (
    <>
      <ButtonLink href="/purna/baru">{t('returnees.new')}</ButtonLink>
      <ButtonLink kind="quiet" href="/purna/impor">
        {t('returnees.import')}
      </ButtonLink>
    </>
  )
}
