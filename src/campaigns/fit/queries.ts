import type { Tx } from '../../platform/database/database.ts'
import type { Misfit } from './misfit.ts'

/** What has been found before, by the key of the variant. */
export const knownFits = async (tx: Tx, keys: string[]) => {
  if (keys.length === 0) return new Map<string, Misfit[]>()
  const rows = await tx
    .selectFrom('variant_fits')
    .select(['key', 'misfits'])
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map(({ key, misfits }) => [key, misfits as unknown as Misfit[]]))
}

export const keepFit = (tx: Tx, key: string, misfits: Misfit[]) =>
  tx
    .insertInto('variant_fits')
    .values({ key, misfits: JSON.stringify(misfits) })
    .onConflict(oc => oc.doNothing())
    .execute()
