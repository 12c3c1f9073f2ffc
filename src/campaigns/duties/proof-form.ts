import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { formId } from '../../platform/http/fields.ts'
import { type Body, type FormState, refuse } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { acceptImage } from '../../platform/images/intake.ts'

type Proof = { url: string } | { fileKey: string }

/** Only addresses that a browser may follow: no script, no file, no address without a host. */
const PostAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000)

const photoLimits = { maxBytes: 20_000_000, maxPixels: 100_000_000, maxSide: 12_000 }

/** Reads a proof: the address of a post, or a photograph that is cleaned of where and when before it is kept. */
export const readProof = async (
  { files }: Pick<House, 'files'>,
  body: Body,
  { t }: Language,
): Promise<{ ok: true; form: string; proof: Proof } | { ok: false; form: FormState }> => {
  // A page from before the form had a number still counts, though its double cannot be told.
  const form = formId.catch(() => crypto.randomUUID()).parse(body.form)
  const url = typeof body.url === 'string' ? body.url.trim() : ''
  const photo =
    body.photo instanceof File && body.photo.size + body.photo.name.length > 0 ? body.photo : undefined
  if (!photo && url === '') return { ok: false, form: refuse(body, { url: t('proof.one-needed') }) }
  if (!photo) {
    return PostAddress.safeParse(url).success
      ? { ok: true, form, proof: { url } }
      : { ok: false, form: refuse(body, { url: t('proof.bad-address') }) }
  }
  const taken = await acceptImage(new Uint8Array(await photo.arrayBuffer()), {
    ...photoLimits,
    allow: ['png', 'jpeg', 'webp'],
    to: { type: 'jpeg', maxSide: 2400 },
  })
  if (!taken.ok)
    return { ok: false, form: refuse(body, { photo: t(`image.${taken.reason}`, { megabytes: 20 }) }) }
  return { ok: true, form, proof: { fileKey: await files.put(taken.image.bytes) } }
}
