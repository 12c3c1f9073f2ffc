import type pg from 'pg'

/** The session that sign-in has just made. */
export const sessionByToken = async (
  pool: pg.Pool,
  token: string | undefined,
): Promise<{ id: string; staffId: string } | undefined> => {
  const { rows } = await pool.query<{ id: string; staffId: string }>(
    'select id, "userId" as "staffId" from session where token = $1',
    [token ?? null],
  )
  return rows[0]
}

/** Another password, no second factor, every session ended, failed tries forgotten: whole or not at all. */
export const beginAnew = async (
  pool: pg.Pool,
  person: { id: string; email: string },
  passwordHash: string,
) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('update account set password = $2 where "userId" = $1', [person.id, passwordHash])
    await client.query('delete from "twoFactor" where "userId" = $1', [person.id])
    await client.query('update "user" set "twoFactorEnabled" = false where id = $1', [person.id])
    await client.query('delete from session where "userId" = $1', [person.id])
    await client.query('delete from failed_sign_ins where subject = any($1)', [
      [`known ${person.email}`, `other ${person.email}`],
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
