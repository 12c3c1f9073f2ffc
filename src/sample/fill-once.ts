import type pg from 'pg'
import type { House } from '../platform/house.ts'

/**
 * Fills an empty house, whole or not at all: what an interrupted filling left behind is cleared away and begun anew.
 * Programs that share a database wait for one another here; the lock ends with the one that holds it, even by kill -9.
 * @returns undefined when there is something already; nothing is touched then
 */
export const fillOnce = async <T>(
  { db }: Pick<House, 'db'>,
  fill: () => Promise<T>,
): Promise<T | undefined> => {
  const owner = await db.ownerPool.connect()
  try {
    await owner.query(`select pg_advisory_lock(hashtext('sinergi.fill'))`)
    if (await isHalfFilled(owner, db)) await clear(owner)
    else if (await isFilled(db)) return undefined
    // The mark lies in the database itself, and only while nobody can have come in: no password has been said yet.
    await owner.query(`comment on table offices is 'filling'`)
    const result = await fill()
    await owner.query('comment on table offices is null')
    return result
  } finally {
    await owner.query('select pg_advisory_unlock_all()').finally(() => owner.release())
  }
}

const isFilled = async (db: House['db']) =>
  (await db.asJob(tx => tx.selectFrom('offices').select('id').limit(1).executeTakeFirst())) !== undefined

/** Marked, and nobody has ever come in: a house that people work in is never taken for a half-filled one. */
const isHalfFilled = async (owner: pg.PoolClient, db: House['db']) => {
  const { rows } = await owner.query(`select obj_description('public.offices'::regclass) as mark`)
  if (rows[0].mark !== 'filling') return false
  return (await db.authPool.query('select from session limit 1')).rowCount === 0
}

/** The regions may stay: loading them again changes nothing. */
const clear = (owner: pg.PoolClient) =>
  owner.query('truncate offices, auth."user", audit, audit_heads restart identity cascade')
