import { useLanguage } from '../../platform/i18n/language.tsx'
import { ButtonLink, FormActions, Notice, Panel } from '../../ui/index.ts'
import type { HelpNow } from './danger.ts'

/** Danger now: no questions, but whom to call and how to hand the case over. */
export const DangerPage = ({ complaintId, help }: { complaintId: string; help: HelpNow }) => {
  const { t, locale, shortDay } = useLanguage()
  const call = (value: string) => <a href={`tel:${value.replace(/[^\d+]/g, '')}`}>{value}</a>
  return (
    <>
      <Notice tone="danger" title={t('screening.danger-first')}>
        <ul class="dots">
          {help.steps.map(step => (
            <li>{step[locale]}</li>
          ))}
        </ul>
      </Notice>
      <Panel title={t('screening.danger-call')}>
        <ul class="dots">
          {help.hotlines.map(({ name, purpose, contacts, verifiedOn }) => (
            <li>
              <b>{name[locale]}</b>: {contacts.map(({ value }) => call(value)).flatMap(link => [link, ' '])}
              <br />
              <span class="small quiet">
                {purpose[locale]} ·{' '}
                {verifiedOn ? t('public.verified', { day: shortDay(verifiedOn) }) : t('screening.unverified')}
              </span>
            </li>
          ))}
          {help.offices.map(({ office, value, verifiedOn }) => (
            <li>
              <b>{office}</b>: {call(value)}
              <br />
              <span class="small quiet">{t('public.verified', { day: shortDay(verifiedOn) })}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('screening.danger-then')}>
        <p>{t('screening.danger-then-text')}</p>
        <FormActions>
          <ButtonLink href={`/aduan/${complaintId}`}>{t('screening.to-hand-over')}</ButtonLink>
          <ButtonLink kind="quiet" href={`/aduan/${complaintId}/surat/referral`}>
            {t('screening.to-referral')}
          </ButtonLink>
        </FormActions>
        <p class="small quiet">{t('screening.danger-later')}</p>
      </Panel>
    </>
  )
}
