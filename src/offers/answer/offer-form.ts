import { z } from 'zod'
import type { Body } from '../../platform/http/forms.ts'
import { answers as replies } from '../check/ask.ts'
import type { Reply } from './inspector.ts'

/** What may be given; everything may be left out, and long words are inspected up to a limit instead of being refused. */
export const offerForm = z.object({
  teks: z
    .string()
    .default('')
    .transform(value => value.replace(/\r\n/g, '\n')),
  perusahaan: z.string().trim().max(120, 'form.too-long').default(''),
  kantor: z
    .string()
    .regex(/^([1-9]\d{0,6})?$/, 'form.choose')
    .default('')
    .transform(value => (value ? Number(value) : undefined)),
  lagi: z.string().max(1).default(''),
})

export type Offer = z.output<typeof offerForm>

/** The picture, when one was chosen: a browser sends an empty file otherwise. */
export const pictureIn = ({ gambar }: Body): File | undefined =>
  gambar instanceof File && gambar.size > 0 ? gambar : undefined

/** The answers to the questions, as far as they were given. */
export const repliesIn = (body: Body): Record<string, Reply> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith('q-') && isReply(value) ? [[name.slice(2), value]] : [],
    ),
  )

const isReply = (value: unknown): value is Reply => replies.some(reply => reply === value)
