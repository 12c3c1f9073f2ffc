import { currentGuidance, shippedGuidance } from '../../offers/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Safety } from './safety.ts'

/** The released advice; should it not be readable, the one that came with the program: this page must never fail. */
export const safetyNow = async (tx: Tx): Promise<Safety> => {
  const released = Safety.safeParse((await currentGuidance(tx, 'safety'))?.body)
  return released.success ? released.data : Safety.parse(shippedGuidance('safety'))
}
