import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './prepared.ts'
import type { DB } from './tables.ts'

export type Tx = Transaction<DB>

/** Who asks: a member of staff, at one office. */
export interface Asker {
  staffId: string
  officeId: number
}

type Work<T> = (tx: Tx) => Promise<T>

/** The only ways to the data. Each is one transaction in which row-level security shows what this asker may see. */
export interface Database {
  asActor<T>(asker: Asker, work: Work<T>): Promise<T>
  /** Nobody in particular: sees what is published. */
  asPublic<T>(work: Work<T>): Promise<T>
  /** A reporter, known by the lookup value of a receipt: sees that one report. */
  asReporter<T>(lookup: string, work: Work<T>): Promise<T>
  /** The house's own errands: counting, rendering, loading regions. Never on behalf of a request. */
  asJob<T>(work: Work<T>): Promise<T>
  authPool: pg.Pool
  ownerPool: pg.Pool
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

/**
 * Opens the database for work under restricted roles; nothing is connected until it is used.
 * @param url of the owner, who may take the roles that the migrations make.
 */
export const openDatabase = (url: string, report: (error: Error) => void = () => {}): Database => {
  const pool = (max: number, options?: string) => {
    const made = new pg.Pool({
      connectionString: url,
      max,
      Client: PreparingClient,
      ...(options && { options }),
      idleTimeoutMillis: 20_000,
    })
    // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
    made.on('error', report)
    return made
  }
  const web = pool(8, '-c role=sinergi_web')
  const jobs = pool(3, '-c role=sinergi_jobs')
  const authPool = pool(3, '-c role=sinergi_auth -c search_path=auth')
  const ownerPool = pool(2)
  const webTables = tables(web)
  const jobTables = tables(jobs)
  return {
    asActor: (asker, work) =>
      webTables.transaction().execute(tx => introduce(tx, asker).then(() => work(tx))),
    asReporter: (lookup, work) =>
      webTables
        .transaction()
        .execute(tx =>
          sql`select set_config('app.receipt', ${lookup}, true)`.execute(tx).then(() => work(tx)),
        ),
    asPublic: work => webTables.transaction().execute(work),
    asJob: work => jobTables.transaction().execute(work),
    authPool,
    ownerPool,
    close: async () => {
      await Promise.all([webTables.destroy(), jobTables.destroy(), authPool.end(), ownerPool.end()])
    },
  }
}

const tables = (pool: pg.Pool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

const introduce = (tx: Tx, { staffId, officeId }: Asker) =>
  sql`select set_config('app.staff', ${staffId}, true), set_config('app.office', ${String(officeId)}, true)`.execute(
    tx,
  )
