import { type Fields, fillRegister, type RegisterKind } from '../offers/index.ts'
import type { Database } from '../platform/database/database.ts'
import { readSample } from './read-sample.ts'

/** Invented companies, named so that nobody takes them for real ones. */
export const loadRegister = (db: Database) => {
  const { asOf, ...lists } = readSample<never>('register.json') as unknown as { asOf: string } & Record<
    RegisterKind,
    Fields[]
  >
  return db.asJob(async tx => {
    for (const kind of ['company', 'branch', 'job-order'] as const)
      await fillRegister(tx, kind, lists[kind], asOf)
  })
}
