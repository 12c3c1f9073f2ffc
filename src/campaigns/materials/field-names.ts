import type { Translate } from '../../platform/i18n/messages.ts'
import { captioned, captionField } from '../captions/caption.ts'

const keys = {
  title: 'material.title-field',
  design: 'material.design',
  headline: 'material.headline',
  points: 'material.points',
  callToAction: 'material.call',
  caption: 'material.caption',
  altText: 'material.alt',
  speaker: 'material.speaker',
  validFrom: 'material.valid-from',
  validUntil: 'material.valid-until',
  tags: 'material.tags',
  edge: 'material.edge',
  fit: 'material.fit',
  artwork: 'material.artwork-file',
} as const

const words = ['headline', 'points', 'callToAction', 'caption', 'altText']

/** Whether a field holds words in the version's own language. */
export const isSpoken = (field: string): boolean =>
  words.includes(field) || captioned.some(channel => captionField(channel) === field)

/** What a field of a version is called. */
export const fieldName = (field: string, t: Translate): string => {
  const channel = captioned.find(one => captionField(one) === field)
  if (channel) return t('caption.own', { channel: t(`channel.${channel}`) })
  return field in keys ? t(keys[field as keyof typeof keys]) : field
}
