import { createHash } from 'node:crypto'
import { z } from 'zod'
import { letterContent } from './letters/letter-content.ts'
import { sheetContent } from './screening/sheet.ts'

/** What lies sealed in the entries of a case. Texts are kept as they were typed. */
export const storyContent = z.object({
  story: z.string(),
  place: z.string().default(''),
  /** Digest of whom the report named: the same form sent again with another answer is noticed. */
  named: z.string().default(''),
})

/** Whoever may be recognised by it: opened with a motive only. */
export const identityContent = z.object({
  workerName: z.string().default(''),
  workerPhone: z.string().default(''),
  nik: z.string().default(''),
  passport: z.string().default(''),
  bornOn: z.string().default(''),
  employer: z.string().default(''),
  recruiter: z.string().default(''),
  recruiterPhone: z.string().default(''),
  reporterName: z.string().default(''),
  /** How the reporter may be reached, and what to mind. */
  reach: z.string().default(''),
  reachNote: z.string().default(''),
})

export const messageContent = z.object({ from: z.enum(['reporter', 'office']), text: z.string() })
export const noteContent = z.object({ text: z.string() })

/** A file lies sealed in the store under keys that only this entry tells. */
export const fileContent = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  original: z.object({ id: z.string(), stored: z.string(), key: z.string() }),
  /** The copy that is shown: without metadata. */
  copy: z
    .object({
      id: z.string(),
      stored: z.string(),
      key: z.string(),
      type: z.string(),
      bytes: z.number(),
    })
    .optional(),
  from: z.enum(['reporter', 'office']),
})

export const contents = {
  story: storyContent,
  identity: identityContent,
  message: messageContent,
  note: noteContent,
  file: fileContent,
  screening: sheetContent,
  letter: letterContent,
}

export type ContentKind = keyof typeof contents
export type Content<K extends ContentKind> = z.infer<(typeof contents)[K]>
export type Identity = Content<'identity'>

export const packed = <K extends ContentKind>(_kind: K, content: Content<K>) =>
  Buffer.from(JSON.stringify(content))

export const unpacked = <K extends ContentKind>(kind: K, text: Buffer): Content<K> =>
  contents[kind].parse(JSON.parse(text.toString())) as Content<K>

/** How a case is named in the vault. */
export const caseRecord = (id: string) => ({ kind: 'complaint', id })

/** Of whom a report named, so that another answer is told from the same without opening the first. */
export const identityDigest = (identity: Identity | undefined): string =>
  identity ? createHash('sha256').update(JSON.stringify(identity)).digest('hex') : ''
