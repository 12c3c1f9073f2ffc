import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { Chip } from '../../ui/index.ts'
import { type Consent, consentStanding } from './consent.ts'
import { consentTone } from './tones.ts'

interface EntryProps {
  consent: Consent
  today: Temporal.PlainDate
  mayKeep: boolean
  /** Where it belongs. */
  children?: ComponentChildren
}

/** One entry of the ledger: who, for what and until when, how it stands, and the way to take it back. */
export const ConsentEntry = ({ consent, today, mayKeep, children }: EntryProps) => {
  const { t, list, shortDay, moment } = useLanguage()
  const standing = consentStanding(consent, today)
  const { kind, who, guardian, channels, validUntil, proof, note, endedAt, endReason, recalledAt } = consent
  const scope =
    channels.length === 0 ? t('consent.all-channels') : list(channels.map(one => t(`channel.${one}`)))
  return (
    <div class="stack tight entry">
      <p class="row">
        <b>{who}</b>
        <Chip tone={consentTone[standing]}>{t(`consent.standing.${standing}`)}</Chip>
        {children && <span class="small quiet">{children}</span>}
      </p>
      <p class="small">
        {t(`consent.kind.${kind}`)}
        {guardian && `, ${t('consent.by-guardian', { name: guardian })}`} · {scope} ·{' '}
        {validUntil ? t('consent.until', { day: shortDay(validUntil) }) : t('consent.without-end')}
      </p>
      {note && <p class="small quiet pre">{note}</p>}
      {endedAt && (
        <p class="small quiet">
          {moment(endedAt)}
          {endReason && `: ${endReason}`}. {t(recalledAt ? 'consent.recalled' : 'consent.recalling')}
        </p>
      )}
      <p class="row small">
        {proof ? <a href={`/izin/${consent.id}/bukti`}>{t('consent.see-proof')}</a> : t('consent.no-proof')}
        {endedAt && <a href="/penurunan">{t('removal.title')}</a>}
        {mayKeep && !endedAt && <a href={`/izin/${consent.id}/cabut`}>{t('consent.withdraw')}</a>}
      </p>
    </div>
  )
}
