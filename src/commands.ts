import { z } from 'zod'
import { verifyAudit } from './platform/audit/audit.ts'
import type { Config } from './platform/config.ts'
import { migrate } from './platform/database/migrate.ts'
import { openHouse } from './platform/house.ts'
import type { Translate } from './platform/i18n/messages.ts'
import { beginHouse, loadSample } from './sample/load-sample.ts'
import { CannotStart, withDatabase } from './serve.ts'

type Say = (text: string) => void

/** Brings the database to this program's schema and ends. */
export const migrateOnly = (config: Config, t: Translate, say: Say) =>
  withDatabase(config, async db => {
    const ran = await migrate(db.ownerPool)
    say(ran.length === 0 ? t('start.up-to-date') : t('start.migrated', { names: ran.join(', ') }))
  })

/** Loads the sample province into an empty database and ends. */
export const sampleOnly = (config: Config, t: Translate, say: Say) =>
  withDatabase(config, async (db, url) => {
    await migrate(db.ownerPool)
    const house = await openHouse(config, url)
    say((await loadSample(house)) ? t('start.sample-loaded') : t('start.sample-kept'))
    await house.jobs.stop()
    await house.db.close()
  })

/**
 * Begins a real house: the regions, the offices of the province, and the first administrator of the office that leads it,
 * whose password is said once. Everybody else is invited from the console.
 * @throws CannotStart when the address is none or the house has begun already
 */
export const begin = (config: Config, t: Translate, say: Say, email = '', name = '') =>
  withDatabase(config, async (db, url) => {
    if (!z.email().safeParse(email).success || name.length < 2) throw new CannotStart('start.begin-how')
    await migrate(db.ownerPool)
    const house = await openHouse(config, url)
    const password = await beginHouse(house, { email: email.toLowerCase(), name })
    await house.jobs.stop()
    await house.db.close()
    if (!password) throw new CannotStart('start.begun-already')
    say(t('start.begun', { email, password }))
  })

/** Proves the audit trail. @throws CannotStart naming the first bad row */
export const verifyOnly = (config: Config, t: Translate, say: Say) =>
  withDatabase(config, async db => {
    const { rows, broken } = await db.asJob(verifyAudit)
    if (broken)
      throw new CannotStart('start.audit-broken', {
        chain: broken.chain,
        place: broken.place,
        id: broken.id ?? '–',
      })
    say(t('start.audit-holds', { rows }))
  })
