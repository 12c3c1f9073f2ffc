import pg from 'pg'
import { expect, test } from 'vitest'
import { filledFolder } from '../../../test/filled-folder.ts'
import { startEmbedded } from './embedded.ts'
import { PreparingClient } from './prepared.ts'

test('a query asked often is kept planned under row-level security of whoever asks, others are not kept', async () => {
  const engine = await startEmbedded(filledFolder('sinergi-prepared-'))
  const pool = new pg.Pool({ connectionString: engine.url, max: 1, Client: PreparingClient })
  try {
    await pool.query('create table notes (owner text, said text)')
    await pool.query(`insert into notes values ('a', 'hers'), ('b', 'his')`)
    await pool.query('create role reader')
    await pool.query('grant reader to sinergi')
    await pool.query('grant select on notes to reader')
    await pool.query('alter table notes enable row level security')
    await pool.query(`create policy own on notes using (owner = current_setting('app.who'))`)
    const seenBy = async (who: string) => {
      await pool.query('begin')
      await pool.query(`select set_config('app.who', $1, true)`, [who])
      await pool.query('set local role reader')
      const { rows } = await pool.query('select said from notes where said <> $1', ['x'])
      await pool.query('commit')
      return rows.map(({ said }) => said)
    }
    for (let turn = 0; turn < 30; turn++)
      expect(await seenBy(turn % 2 ? 'a' : 'b')).toEqual([turn % 2 ? 'hers' : 'his'])
    for (let turn = 0; turn < 30; turn++) await pool.query(`select ${turn} + $1::int`, [turn])
    const kept = await pool.query('select statement from pg_prepared_statements order by statement')
    expect(kept.rows.map(({ statement }) => statement)).toEqual([
      'select said from notes where said <> $1',
      `select set_config('app.who', $1, true)`,
    ])
  } finally {
    await pool.end()
    await engine.stop()
  }
})
