import { useLanguage } from '../../../platform/i18n/language.tsx'
import { Chip, Facts, Notice, Table } from '../../../ui/index.ts'
import { type Company, licenceOn, orderHolds } from '../register.ts'
import { stateTone } from './state-tone.ts'

interface Branch {
  city: string
  permit: string | null
  validUntil: string | null
  address: string | null
  phone: string | null
}

interface Order {
  country: string
  job: string
  number: string
  quota: number | null
  validUntil: string | null
}

interface CompanyProps {
  company: Company
  address: string | null
  phone: string | null
  note: string | null
  listed: boolean
  branches: Branch[]
  orders: Order[]
  day: string
  /** The day the job orders are from; nothing when none were ever imported. */
  ordersAsOf: string | null
}

/** A company of the register: its licence on this day, its branches and its job orders. */
export const CompanyPage = (props: CompanyProps) => {
  const { company, address, phone, note, listed, day, ordersAsOf, branches, orders } = props
  const { t, shortDay } = useLanguage()
  const state = licenceOn(company, day)
  const said = (value: string | null) => value ?? t('register.not-said')
  return (
    <>
      {!listed && <Notice tone="warn" title={t('register.not-listed', { day: shortDay(company.asOf) })} />}
      {listed && state === 'valid' && ordersAsOf && !orders.some(order => orderHolds(order, day)) && (
        <Notice tone="warn" title={t('register.no-order', { day: shortDay(ordersAsOf) })} />
      )}
      <Facts
        items={[
          [t('register.state'), <Chip tone={stateTone[state]}>{t(`register.state.${state}`)}</Chip>],
          [t('register.licence'), company.licence],
          [t('register.valid-from'), company.validFrom ? shortDay(company.validFrom) : said(null)],
          [t('register.valid-until'), company.validUntil ? shortDay(company.validUntil) : said(null)],
          [t('register.city'), said(company.city)],
          [t('register.address'), said(address)],
          [t('register.phone'), said(phone)],
          ...(note ? [[t('register.note'), note] as [string, string]] : []),
          [t('register.data-of'), shortDay(company.asOf)],
        ]}
      />
      <section class="stack">
        <h2>{t('register.orders')}</h2>
        <p class="quiet">
          {ordersAsOf ? t('register.as-of', { day: shortDay(ordersAsOf) }) : t('register.orders-never')}
        </p>
        {orders.length > 0 ? <Orders orders={orders} day={day} /> : <p>{t('register.no-orders')}</p>}
      </section>
      <section class="stack">
        <h2>{t('register.branches')}</h2>
        {branches.length > 0 ? <Branches branches={branches} /> : <p>{t('register.no-branches')}</p>}
      </section>
    </>
  )
}

const Orders = ({ orders, day }: { orders: Order[]; day: string }) => {
  const { t, country, number } = useLanguage()
  return (
    <Table
      caption={t('register.orders')}
      rows={orders}
      columns={[
        { title: t('register.job'), cell: ({ job }) => job },
        { title: t('register.country'), cell: order => country(order.country) },
        { title: t('register.number'), cell: order => order.number },
        { title: t('register.quota'), figure: true, cell: ({ quota }) => (quota ? number(quota) : '') },
        { title: t('register.valid-until'), cell: order => <Until day={order.validUntil} today={day} /> },
      ]}
    />
  )
}

const Until = ({ day, today }: { day: string | null; today: string }) => {
  const { t, shortDay } = useLanguage()
  if (!day) return t('register.not-said')
  if (day >= today) return shortDay(day)
  return (
    <>
      {shortDay(day)} <Chip tone="danger">{t('register.order-ended')}</Chip>
    </>
  )
}

const Branches = ({ branches }: { branches: Branch[] }) => {
  const { t, shortDay } = useLanguage()
  return (
    <Table
      caption={t('register.branches')}
      rows={branches}
      columns={[
        { title: t('register.city'), cell: ({ city }) => city },
        { title: t('register.permit'), cell: ({ permit }) => permit },
        { title: t('register.valid-until'), cell: ({ validUntil }) => validUntil && shortDay(validUntil) },
        { title: t('register.address'), cell: ({ address }) => address },
        { title: t('register.phone'), cell: ({ phone }) => phone },
      ]}
    />
  )
}
