import type { Tx } from '../../platform/database/database.ts'
import type { Triage } from './triage.ts'

export const saveTriage = (tx: Tx, id: string, next: Triage) =>
  tx
    .updateTable('complaints')
    .set(eb => ({
      procedural: next.procedural,
      stage: next.stage,
      urgency: next.urgency,
      departs_on: next.departsOn || null,
      origin_code: next.originCode || null,
      destination: next.destination || null,
      sector: next.sector || null,
      outside_numbers: JSON.stringify({
        ...(next.siskop2mi && { siskop2mi: next.siskop2mi }),
        ...(next.sp4n && { sp4n: next.sp4n }),
        ...(next.peduliWni && { peduliWni: next.peduliWni }),
      }),
      changed_at: eb.fn('now', []),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()

export const replaceProblems = async (tx: Tx, id: string, codes: readonly string[]) => {
  await tx.deleteFrom('complaint_problems').where('complaint_id', '=', id).execute()
  if (codes.length > 0)
    await tx
      .insertInto('complaint_problems')
      .values(codes.map(code => ({ complaint_id: id, code })))
      .onConflict(oc => oc.doNothing())
      .execute()
}

/** A place by its code, with the places above it: Karunia, Palolo, Kabupaten Sigi. */
export const placeOf = (tx: Tx, code: string) =>
  tx
    .selectFrom('regions')
    .select(['code', 'name', 'level'])
    .where('code', 'in', [code.slice(0, 2), code.slice(0, 5), code.slice(0, 8), code])
    .orderBy('code', 'desc')
    .execute()

/** Places whose name begins like this, nearest levels last; for a search without any script. */
export const placesNamed = (tx: Tx, name: string, under: string) =>
  tx
    .selectFrom('regions as r')
    .leftJoin('regions as d', 'd.code', 'r.parent_code')
    .select(['r.code', 'r.name', 'r.level', 'd.name as within'])
    .where('r.name', 'ilike', `${name.replace(/[\\%_]/g, '\\$&')}%`)
    .where('r.code', 'like', `${under}%`)
    .orderBy('r.code')
    .limit(20)
    .execute()
