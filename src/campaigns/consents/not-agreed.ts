import type { Language } from '../../platform/i18n/language.tsx'
import type { Channel } from '../channel.ts'

/** Said beside the channels of a campaign when somebody in a picture did not agree to one. */
export const notAgreed = (beyond: Channel[], { t, list }: Language) => ({
  channels: t('consent.channel-not-agreed', {
    channels: list(beyond.map(channel => t(`channel.${channel}`))),
  }),
})
