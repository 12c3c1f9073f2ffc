import { z } from 'zod'
import { identityContent } from '../complaints/index.ts'

/** Whoever may be recognised by it: sealed, and opened with a motive only. */
export const personContent = z.object({
  name: z.string().default(''),
  phone: z.string().default(''),
  nik: z.string().default(''),
  passport: z.string().default(''),
  bornOn: z.string().default(''),
  /** Village, hamlet, house: more than the code of the district tells. */
  address: z.string().default(''),
  /** Whom to ask when the person cannot be reached. */
  family: z.string().default(''),
})
export type Person = z.infer<typeof personContent>

/** In the person's own words. */
export const wordsContent = z.object({ text: z.string() })

export const letterContent = z.object({ text: z.string() })
export const personsContent = z.array(personContent)
/** Of the plan, what is not a code. */
export const planContent = z.object({
  /** S. R., M. A.: by the place of the person. */
  initials: z.array(z.string()),
  meeter: z.string().default(''),
  place: z.string().default(''),
  note: z.string().default(''),
})
export type Plan = z.infer<typeof planContent>
export const paperContent = z.object({ number: z.string(), pdf: z.base64() })
/** Rows of a list that came back, each with the reason. */
export const refusedContent = z.object({
  header: z.array(z.string()),
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()), why: z.string() })),
})
export type Refused = z.infer<typeof refusedContent>

export const packed = (content: unknown) => Buffer.from(JSON.stringify(content))
export const unpacked = <S extends z.ZodType>(schema: S, text: Buffer): z.output<S> =>
  schema.parse(JSON.parse(text.toString()))

/** How the records of this room are named in the vault. */
export const returneeRecord = (id: string) => ({ kind: 'returnee', id })
export const arrivalRecord = (id: string) => ({ kind: 'arrival', id })
export const importRecord = (id: string) => ({ kind: 'returnee-import', id })

/** The same person in the words of a case, so that marks made here and there meet. */
export const asWorker = ({ name, phone, nik, passport, bornOn }: Person) =>
  identityContent.parse({ workerName: name, workerPhone: phone, nik, passport, bornOn })
