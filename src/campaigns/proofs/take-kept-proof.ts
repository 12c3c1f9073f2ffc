import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { record } from '../../platform/audit/audit.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { formId } from '../../platform/http/fields.ts'
import { formIn } from '../../platform/http/kept-form.ts'
import type { Secret } from '../../platform/secrets.ts'
import { Broken, openEnvelope } from '../../platform/vault/index.ts'
import type { Actor, StaffVisit } from '../../staff/index.ts'
import { giveOnce } from '../duties/move-duty.ts'
import { readProof } from '../duties/proof-form.ts'
import { dropPieces, setAnswer } from './upload-queries.ts'

/** What a proof that waits is sealed for. */
export const kitPath = '/tugas/luring'

/** Whose a proof on a shared phone is, without telling anybody who that is. */
export const officerMark = (secret: Secret, { staffId }: Pick<Actor, 'staffId'>): string =>
  createHmac('sha256', secret('kept-proof')).update(staffId).digest('hex').slice(0, 32)

const Noted = z.object({
  form: formId,
  officer: z.string(),
  duty: z.coerce.number().int().positive().max(999_999_999),
  takenAt: z.iso.datetime().optional().catch(undefined),
})

export type Taken = { ok: true; answer: string } | { ok: false; why: string }

/**
 * Opens a proof that waited on a device and gives it to its duty, once. What cannot be taken is told in words: it stays on the device
 * until the officer has read them.
 */
export const takeKeptProof = async (
  house: House,
  visit: StaffVisit,
  upload: string,
  sealed: Buffer,
): Promise<Taken> => {
  const { actor, language } = visit
  const { t } = language
  try {
    const { content, proof: answer } = openEnvelope(house.secret, kitPath, sealed)
    const body = await formIn(content, kitPath)
    const noted = Noted.safeParse(body)
    if (!noted.success) return { ok: false, why: t('kept-proof.spoilt') }
    const { officer, duty, takenAt } = noted.data
    if (officer !== officerMark(house.secret, actor)) return { ok: false, why: t('kept-proof.not-yours') }
    const given = await readProof(house, body, language)
    if (!given.ok) return { ok: false, why: Object.values(given.form.errors)[0]! }
    const proof = { ...given.proof, ...(takenAt && { takenAt: new Date(takenAt) }) }
    await visit.within(async tx => {
      await giveOnce(tx, actor, duty, { form: noted.data.form, proof })
      await record(tx, 'duty.proven', `/tugas/${duty}`)
      await setAnswer(tx, upload, answer)
      await dropPieces(tx, upload)
    })
    return { ok: true, answer }
  } catch (error) {
    if (error instanceof Broken) return { ok: false, why: t('kept-proof.spoilt') }
    if (error instanceof NotFound) return { ok: false, why: t('kept-proof.no-duty') }
    if (error instanceof Conflict) return { ok: false, why: t(error.key) }
    throw error
  }
}
