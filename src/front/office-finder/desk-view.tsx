import { useLanguage } from '../../platform/i18n/language.tsx'
import { Reach } from '../reach-view.tsx'
import { canBeCalled, type Desk } from './finder.ts'

/** One office: who it is, how to reach it as far as somebody verified it, and whom to ask where nobody did. */
export const DeskCard = ({
  office,
  contacts,
  nearest,
  askInstead,
}: Desk & { nearest: boolean; askInstead: string | undefined }) => {
  const { t, shortDay } = useLanguage()
  return (
    <article class="panel stack tight" itemscope itemtype="https://schema.org/GovernmentOffice">
      <h3 itemprop="name">{office.name}</h3>
      <p class="small quiet">{t(`office.kind.${office.kind}`)}</p>
      {contacts.map(({ kind, value, verifiedOn }) => (
        <p>
          <b>{t(`contact.${kind}`)}:</b> <Reach kind={kind} value={value} />
          <br />
          <span class="small quiet">{t('public.verified', { day: shortDay(verifiedOn!) })}</span>
        </p>
      ))}
      {!canBeCalled({ office, contacts }) && (nearest ? <AskInstead office={askInstead} /> : <NoNumber />)}
    </article>
  )
}

const AskInstead = ({ office }: { office: string | undefined }) => {
  const { t } = useLanguage()
  return (
    <p class="notice warn">
      {office ? t('finder.unverified-ask', { office }) : t('finder.unverified')}{' '}
      <a href="/bantuan">{t('help.title')}</a>
    </p>
  )
}

const NoNumber = () => <p class="small quiet">{useLanguage().t('finder.no-number')}</p>
