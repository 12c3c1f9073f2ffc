import { useLanguage } from '../../platform/i18n/language.tsx'
import { CopyText, Deed, Notice, Panel } from '../../ui/index.ts'

interface Props {
  /** The whole address, right after it was made; it is not kept. */
  address: string | undefined
  madeAt: Date | undefined
  mayWrite: boolean
}

/** The address by which a calendar on a phone or a desk shows what the office does. */
export const CalendarPage = ({ address, madeAt, mayWrite }: Props) => {
  const { t, moment } = useLanguage()
  return (
    <>
      {address && (
        <Panel title={t('plan.address-new')}>
          <Notice tone="warn">
            <p>{t('plan.address-once')}</p>
          </Notice>
          <CopyText
            id="address"
            label={t('plan.calendar-address')}
            text={address}
            copy={t('plan.copy')}
            copied={t('plan.copied')}
            rows={2}
          />
        </Panel>
      )}
      <Panel>
        <p>{t('plan.address-text')}</p>
        <p>{madeAt ? t('plan.address-since', { moment: moment(madeAt) }) : t('plan.address-none')}</p>
        {mayWrite && (
          <div class="row">
            <Deed
              action="/program/kalender"
              label={t(madeAt ? 'plan.address-again' : 'plan.address-make')}
              {...(madeAt && { kind: 'plain' })}
            />
            {madeAt && <Deed action="/program/kalender/cabut" label={t('plan.address-end')} kind="bad" />}
          </div>
        )}
      </Panel>
    </>
  )
}
