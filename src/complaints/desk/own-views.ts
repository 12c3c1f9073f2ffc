import type { Tx } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import type { Filter } from './inbox.ts'

/** A list under the officer's own name for it. */
export interface OwnView extends Pick<Filter, 'desk' | 'view' | 'area'> {
  name: string
}

/** More would not be found again. */
const most = 12

export const ownViews = async (tx: Tx, { staffId }: Actor): Promise<OwnView[]> => {
  const rows = await tx
    .selectFrom('own_views')
    .select(['name', 'desk', 'view', 'area'])
    .where('staff_id', '=', staffId)
    .orderBy('name')
    .execute()
  return rows as OwnView[]
}

/** Keeps it; the same name again means the newer list. @throws Conflict when there are twelve */
export const keepView = async (tx: Tx, actor: Actor, { name, ...shown }: OwnView): Promise<void> => {
  const others = (await ownViews(tx, actor)).filter(view => view.name !== name)
  if (others.length >= most) throw new Conflict('inbox.own-full')
  await tx
    .insertInto('own_views')
    .values({ staff_id: actor.staffId, name, ...shown })
    .onConflict(conflict => conflict.columns(['staff_id', 'name']).doUpdateSet(shown))
    .execute()
}

export const dropView = async (tx: Tx, { staffId }: Actor, name: string): Promise<void> => {
  await tx.deleteFrom('own_views').where('staff_id', '=', staffId).where('name', '=', name).execute()
}
