import { z } from 'zod'
import type { Locale } from '../../platform/i18n/messages.ts'

const said = z.object({ id: z.string().min(1), en: z.string().min(1) })
export type Said = z.output<typeof said>

/** How far the source of a number can be trusted; `none` has no number that may be shown. */
export const trusts = ['good', 'fair', 'weak', 'none'] as const

const hotline = z.object({
  name: said,
  purpose: said,
  /** Shown first, to those in danger now. */
  urgent: z.boolean(),
  contacts: z.array(z.object({ kind: z.enum(['phone', 'whatsapp', 'website']), value: z.string().min(3) })),
  trust: z.enum(trusts),
  source: said,
  /** The day the source said so, when it is known. */
  sourceDay: z.iso.date().nullable(),
  /** The day an officer called the number and it was right. */
  verifiedOn: z.iso.date().nullable(),
})
export type Hotline = z.output<typeof hotline>

/** The document of kind 'safety': what to do in danger, whom to call, how to leave no traces. */
export const Safety = z.object({
  danger: z.array(said).min(1),
  hotlines: z.array(hotline).min(1),
  clearTraces: z.array(said).min(1),
  sharedPhone: z.array(said).min(1),
})
export type Safety = z.output<typeof Safety>

export const inLanguage = (text: Said, locale: Locale) => text[locale]

/** The contacts that may be shown: none where nobody could name a source. */
export const shownContacts = ({ trust, contacts }: Hotline) => (trust === 'none' ? [] : contacts)
