import { z } from 'zod'
import { type LetterKind, letterKinds } from './letter.ts'

/** What lies sealed of a letter: what was filled in, and the paper itself. */
export const letterContent = z.strictObject({
  kind: z.enum(letterKinds as [LetterKind, ...LetterKind[]]),
  number: z.string(),
  fields: z.record(z.string(), z.string()),
  /** The screening it prints. */
  screening: z.int().nullable(),
  /** Whether it names the person in full. */
  full: z.boolean(),
  pdf: z.base64(),
})
