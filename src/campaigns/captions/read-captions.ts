import { allOffices, contactsOf, posterContact } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Body } from '../../platform/http/forms.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import { shortLink } from '../draw-variant.ts'
import {
  type Captions,
  captioned,
  captionField,
  missingPlaceholders,
  unknownPlaceholders,
} from './caption.ts'
import { type Named, saidOf, type TooLong } from './too-long.ts'

/** The most that a caption of a channel may have before it is filled in. */
const longestTyped = 3000

/** Reads the words of each channel; those left empty fall back to the general ones. */
export const readCaptions = (
  body: Body,
  t: Translate,
): { captions: Captions; errors: Record<string, string> } => {
  const typed = captioned.map(channel => [channel, textOf(body[captionField(channel)])] as const)
  const captions = Object.fromEntries(typed.filter(([, text]) => text !== ''))
  const errors = [
    ['caption', textOf(body.caption)] as const,
    ...typed.map(([channel, text]) => [captionField(channel), text] as const),
  ]
    .filter(([, text]) => text !== '')
    .flatMap(([field, text]) => {
      const wrong = wrongIn(text, t)
      return wrong ? [[field, wrong] as const] : []
    })
  return { captions, errors: Object.fromEntries(errors) }
}

/** What is wrong with words that are too long for their channel, beside the field they stand in: their own, or the general one. */
export const lengthErrors = (found: TooLong[], t: Translate): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(found, ({ own, channel }) => (own ? captionField(channel) : 'caption'))].map(
      ([field, some]) => [
        field,
        some
          .map(one => t(one.own ? 'caption.too-long' : 'caption.general-too-long', saidOf(one, t)))
          .join(' '),
      ],
    ),
  )

/** Every office as captions name it. */
export const namedOffices = async (tx: Tx): Promise<Named[]> => {
  const offices = await allOffices(tx)
  const contacts = Map.groupBy(
    await contactsOf(
      tx,
      offices.map(({ id }) => id),
    ),
    one => one.officeId,
  )
  return offices.map(({ id, name }) => ({ name, contact: posterContact(contacts.get(id) ?? [])?.value }))
}

/** A link as long as any: codes all have one length. */
export const sampleLink = (publicUrl: string) => shortLink(publicUrl, '2222222')

const textOf = (value: Body[string] | undefined) =>
  typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : ''

const wrongIn = (text: string, t: Translate) => {
  if (text.length > longestTyped) return t('form.too-long', { max: longestTyped, min: 0 })
  const [unknown, missing] = [unknownPlaceholders(text), missingPlaceholders(text)]
  if (unknown.length > 0) return t('caption.unknown', { names: unknown.join(', ') })
  if (missing.length > 0) return t('caption.missing', { names: missing.join(', ') })
  return undefined
}
