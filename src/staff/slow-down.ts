import { createHmac, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'

/**
 * Slows whoever guesses a password without locking the person out. Failures are counted apart for a browser that has
 * signed in to this account before (it holds a signed cookie) and for all others together: an attacker elsewhere can
 * fill only the others' count. After five failures each next try waits twice as long, up to a minute.
 */
export const knownDevice = (key: Buffer, email: string) =>
  createHmac('sha256', key).update(email.toLowerCase()).digest('base64url')

export const isKnownDevice = (key: Buffer, email: string, cookie: string | undefined): boolean => {
  const expected = Buffer.from(knownDevice(key, email))
  const given = Buffer.from(cookie ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

export const subjectOf = (email: string, known: boolean) =>
  `${known ? 'known' : 'other'} ${email.toLowerCase()}`

const free = 5
const longestSeconds = 60

/**
 * Takes one try, counted as a failure until it is forgiven. Checked and counted in one statement, so that many tries at
 * the same moment do not slip past together.
 * @returns the seconds until the next try is allowed; 0 when this one is
 */
export const takeTry = async (pool: pg.Pool, subject: string): Promise<number> => {
  const { rowCount } = await pool.query(
    `insert into failed_sign_ins as f values ($1, 1, now()) on conflict (subject) do update set last_at = now(),
       failures = case when f.last_at > now() - interval '1 hour' then f.failures + 1 else 1 end
     where f.failures < $2 or f.last_at <= now() - least(2 ^ least(f.failures - $2, 10), $3) * interval '1 second'`,
    [subject, free, longestSeconds],
  )
  return rowCount === 1 ? 0 : waitSeconds(pool, subject)
}

const waitSeconds = async (pool: pg.Pool, subject: string): Promise<number> => {
  const { rows } = await pool.query<{ failures: number; age: number }>(
    'select failures, extract(epoch from now() - last_at)::float as age from failed_sign_ins where subject = $1',
    [subject],
  )
  const { failures, age } = rows[0] ?? { failures: free, age: 0 }
  return Math.max(1, Math.ceil(Math.min(2 ** (failures - free), longestSeconds) - age))
}

export const forgetFailures = (pool: pg.Pool, subject: string) =>
  pool.query('delete from failed_sign_ins where subject = $1', [subject])
