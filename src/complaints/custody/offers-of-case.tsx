import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Deed, Select } from '../../ui/index.ts'
import { lastDay } from '../desk/blocked.ts'
import type { CaseProps } from '../desk/case-page.tsx'
import { type Consent, type OfferKind, type OfferReason, rejectReasons } from './offer.ts'

/** Offers that wait for an answer, ours and theirs, and offices that read along. */
export const OffersOfCase = (props: CaseProps) => {
  const { offers, shares, complaint, standing, mayWork, actor } = props
  const { t } = useLanguage()
  return (
    <>
      {offers
        .filter(({ state }) => state === 'open')
        .map(offer => (
          <OpenOffer {...props} offer={offer} />
        ))}
      {shares.map(({ office, officeId }) => (
        <div class="row apart">
          <span>{t('custody.reads-along', { office })}</span>
          {mayWork && (standing === 'own' || officeId === actor.officeId) && (
            <Deed
              action={`/aduan/${complaint.id}/berbagi/${officeId}/cabut`}
              label={t(standing === 'own' ? 'custody.revoke' : 'custody.leave')}
              kind="plain"
            />
          )}
        </div>
      ))}
    </>
  )
}

const OpenOffer = ({ offer, ...props }: CaseProps & { offer: CaseProps['offers'][number] }) => {
  const { complaint, actor, mayWork } = props
  const { t, shortDay } = useLanguage()
  const kind = offer.kind as OfferKind
  const base = `/aduan/${complaint.id}/tawaran/${offer.id}`
  const ours = offer.toId === actor.officeId
  return (
    <div class="stack tight">
      <p>
        <b>{t(`custody.open-${kind}`, { from: offer.from, to: offer.to })}</b>
        <br />
        <span class="small quiet">
          {t(`custody.reason-${offer.reason as OfferReason}`)} ·{' '}
          {t(`custody.consent-${offer.consent as Consent}`)} ·{' '}
          {t('custody.answer-by', { day: shortDay(lastDay(offer.answerBy)) })}
        </span>
      </p>
      {!ours && kind !== 'request' && <p class="small quiet">{t('custody.stays', { office: offer.from })}</p>}
      {mayWork && ours && (
        <>
          <Deed
            action={`${base}/${kind === 'request' ? 'beri' : 'terima'}`}
            label={t(`custody.accept-${kind}`)}
          />
          <RejectForm {...props} action={`${base}/tolak`} />
        </>
      )}
      {mayWork && offer.fromId === actor.officeId && (
        <Deed action={`${base}/tarik`} label={t('custody.withdraw')} kind="plain" />
      )}
    </div>
  )
}

const RejectForm = ({ action, form }: CaseProps & { action: string }) => {
  const { t } = useLanguage()
  return (
    <details open={Boolean(form.errors.reject)}>
      <summary>{t('custody.reject')}</summary>
      <form method="post" action={action} class="stack" novalidate data-once>
        <Select
          form={form}
          name="reject"
          label={t('custody.why-not')}
          empty={t('custody.choose')}
          options={rejectReasons.map(value => ({ value, label: t(`custody.no-${value}`) }))}
        />
        <div class="actions">
          <Button kind="danger">{t('custody.reject-do')}</Button>
        </div>
      </form>
    </details>
  )
}
