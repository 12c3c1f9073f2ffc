import type { Translate } from '../../platform/i18n/messages.ts'
import type { KeepWords } from '../../ui/index.ts'

/** What the report says when the line fails. */
export const keepWords = (t: Translate): KeepWords => ({
  waits: t('keep.waits', { count: '{count}' }),
  sendKept: t('keep.send-kept'),
  drop: t('keep.drop'),
  dropSure: t('keep.drop-sure'),
  sending: t('keep.sending'),
  stop: t('keep.stop'),
  unsent: t('keep.unsent'),
  unsentText: t('keep.unsent-text'),
  offer: t('keep.offer'),
  offerText: [t('keep.offer-sealed'), t('keep.offer-seen'), t('keep.offer-gone')],
  cannot: t('keep.cannot'),
  keep: t('keep.keep'),
  leave: t('keep.leave'),
  tooMuch: t('keep.too-much'),
  notKept: t('keep.not-kept'),
  kept: t('keep.kept'),
  keptText: t('keep.kept-text'),
  keptNumberless: t('keep.kept-numberless'),
  keptThen: t('keep.kept-then'),
  arrived: t('keep.arrived'),
  arrivedText: t('keep.arrived-text'),
  stillWaits: t('keep.still-waits'),
  spoilt: t('keep.spoilt'),
  dropped: t('keep.dropped'),
})
