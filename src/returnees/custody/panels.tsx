import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, type FormState, Panel, Select } from '../../ui/index.ts'
import { passReasons, type ReturneeOffer } from './offer.ts'

/** What other offices offer: taken as a whole or left, read by nobody before. */
export const OfferedPanel = ({ offers, mayWork }: { offers: ReturneeOffer[]; mayWork: boolean }) => {
  const { t, moment } = useLanguage()
  if (offers.length === 0) return null
  return (
    <Panel title={t('returnees.offered')}>
      <ul class="points stack">
        {offers.map(({ id, record, from, reason, madeAt }) => (
          <li class="stack tight">
            <p>
              {t('returnees.offered-by', { record, office: from, reason: t(`returnees.pass-${reason}`) })}{' '}
              <span class="small quiet num">{moment(madeAt)}</span>
            </p>
            {mayWork && (
              <div class="row">
                <form method="post" action={`/purna/serahan/${id}/terima`} data-once>
                  <Button>{t('returnees.take')}</Button>
                </form>
                <form method="post" action={`/purna/serahan/${id}/tolak`} data-once>
                  <Button kind="quiet">{t('returnees.refuse')}</Button>
                </form>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface PassOnProps {
  id: string
  offer: ReturneeOffer | undefined
  offices: { id: number; name: string }[]
  form: FormState
}

/** To hand the record over to another office, or to take the offer back. */
export const PassOnPanel = ({ id, offer, offices, form }: PassOnProps) => {
  const { t, moment } = useLanguage()
  if (offer)
    return (
      <Panel title={t('returnees.pass-on')}>
        <p>{t('returnees.waits-for', { office: offer.to, at: moment(offer.madeAt) })}</p>
        <form method="post" action={`/purna/serahan/${offer.id}/tarik`} data-once>
          <Button kind="quiet">{t('returnees.take-back')}</Button>
        </form>
      </Panel>
    )
  return (
    <details class="panel" open={Boolean(form.errors.office || form.errors.reason || form.errors.form)}>
      <summary>{t('returnees.pass-on')}</summary>
      <form method="post" action={`/purna/${id}/serahkan`} class="stack" novalidate data-once>
        {form.errors.form && (
          <p class="notice danger" id="form">
            {form.errors.form}
          </p>
        )}
        <p>{t('returnees.pass-on-text')}</p>
        <Select
          form={form}
          name="office"
          label={t('custody.office')}
          empty={t('custody.choose')}
          options={offices.map(office => ({ value: String(office.id), label: office.name }))}
        />
        <Select
          form={form}
          name="reason"
          label={t('custody.reason')}
          empty={t('custody.choose')}
          options={passReasons.map(value => ({ value, label: t(`returnees.pass-${value}`) }))}
        />
        <div class="actions">
          <Button kind="quiet">{t('custody.offer')}</Button>
        </div>
      </form>
    </details>
  )
}
