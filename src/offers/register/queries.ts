import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Company, JobOrder, LicenceState, RegisterList } from './register.ts'

/** As of which day each list is, and a mark that is another after every import; only lists that were ever imported. */
export const registerEditions = async (tx: Tx) => {
  const rows = await tx.selectFrom('register_editions').selectAll().execute()
  return new Map(
    rows.map(({ list, as_of, edition }) => [list as RegisterList, { asOf: as_of, edition: edition! }]),
  )
}

/** What anybody may see of a listed company. */
export const publicCompany = async (tx: Tx, id: number): Promise<Company | undefined> => {
  const row = await tx.selectFrom('public_recruiters').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toCompany(row as never)
}

export const publicNames = (tx: Tx) =>
  tx
    .selectFrom('public_recruiters')
    .select(['id', 'name'])
    .orderBy('id')
    .$narrowType<{ id: number; name: string }>()
    .execute()

export const publicOrders = async (tx: Tx, recruiterId: number): Promise<JobOrder[]> => {
  const rows = await tx
    .selectFrom('public_job_orders')
    .selectAll()
    .where('recruiter_id', '=', recruiterId)
    .orderBy('country')
    .execute()
  return rows.map(({ country, job, valid_until, as_of }) => ({
    country: country!,
    job: job!,
    validUntil: valid_until,
    asOf: as_of!,
  }))
}

/** The register for officers, a page at a time. */
export const companyPage = async (
  tx: Tx,
  asked: { words: string; state: LicenceState | undefined; day: string; from: number; count: number },
) => {
  const found = tx
    .selectFrom('recruiters')
    .where('listed', '=', true)
    .$if(asked.words !== '', query =>
      query.where(eb =>
        eb.or([
          eb('name', 'ilike', `%${likeSafe(asked.words)}%`),
          eb('licence', 'ilike', `%${likeSafe(asked.words)}%`),
          eb('city', 'ilike', `%${likeSafe(asked.words)}%`),
        ]),
      ),
    )
    .$if(asked.state !== undefined, query => query.where(stateOn(asked.day), '=', asked.state!))
  const rows = await found.selectAll().orderBy('name').offset(asked.from).limit(asked.count).execute()
  const { total } = await found.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(toCompany), total }
}

/** Everything officers see of a company, listed or not. */
export const companyById = async (tx: Tx, id: number) => {
  const row = await tx.selectFrom('recruiters').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { address, phone, note, listed } = row
  const branches = await tx
    .selectFrom('recruiter_branches')
    .select(['city', 'permit', 'valid_until as validUntil', 'address', 'phone', 'as_of as asOf'])
    .where('recruiter_id', '=', id)
    .where('listed', '=', true)
    .orderBy('city')
    .execute()
  const orders = await tx
    .selectFrom('job_orders')
    .select(['country', 'job', 'number', 'quota', 'valid_until as validUntil', 'as_of as asOf'])
    .where('recruiter_id', '=', id)
    .where('listed', '=', true)
    .orderBy('country')
    .orderBy('number')
    .execute()
  return { company: toCompany(row), address, phone, note, listed, branches, orders }
}

const stateOn = (day: string) =>
  sql<string>`case when state = 'valid' and valid_until < ${day}::date then 'expired' else state end`

const likeSafe = (words: string) => words.replace(/[\\%_]/g, sign => `\\${sign}`)

const toCompany = (row: {
  id: number
  name: string
  licence: string
  state: string
  valid_from: string | null
  valid_until: string | null
  city: string | null
  as_of: string
}): Company => ({
  id: row.id,
  name: row.name,
  licence: row.licence,
  state: row.state as LicenceState,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  city: row.city,
  asOf: row.as_of,
})
