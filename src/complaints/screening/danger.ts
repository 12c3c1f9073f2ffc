import { z } from 'zod'
import { currentGuidance } from '../../offers/index.ts'
import { allOffices, contactsOf } from '../../offices/index.ts'
import type { Tx } from '../../platform/database/database.ts'

const spoken = z.object({ id: z.string(), en: z.string() })

// What this page needs of the safety advice; its words belong to a room further right.
const advice = z.object({
  danger: z.array(spoken),
  hotlines: z.array(
    z.object({
      name: spoken,
      purpose: spoken,
      urgent: z.boolean(),
      contacts: z.array(z.object({ kind: z.string(), value: z.string() })),
      trust: z.string(),
      verifiedOn: z.string().nullable(),
    }),
  ),
})

/** Whom to call before any question: the urgent lines, and the verified contacts of the offices. */
export const helpNow = async (tx: Tx) => {
  const known = advice.safeParse((await currentGuidance(tx, 'safety'))?.body)
  const offices = await allOffices(tx)
  const contacts = await contactsOf(
    tx,
    offices.map(({ id }) => id),
  )
  return {
    steps: known.success ? known.data.danger : [],
    hotlines: known.success
      ? known.data.hotlines.filter(({ urgent, trust }) => urgent && trust !== 'none')
      : [],
    offices: contacts.flatMap(({ officeId, kind, value, verifiedOn }) =>
      verifiedOn && (kind === 'phone' || kind === 'whatsapp')
        ? [{ office: offices.find(({ id }) => id === officeId)!.name, value, verifiedOn }]
        : [],
    ),
  }
}
export type HelpNow = Awaited<ReturnType<typeof helpNow>>
