import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import type { Assets } from './assets.ts'
import { loadAssets } from './assets.ts'
import { type Clock, systemClock } from './clock/clock.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database/database.ts'
import { type FileStore, fileStore } from './files/store.ts'
import { type Jobs, startJobs } from './jobs/jobs.ts'
import { type Mailer, mailer } from './mail/mail.ts'
import { openSecrets, type Secret } from './secrets.ts'

/** What every room stands on: opened once at start, handed to each. */
export interface House {
  config: Config
  db: Database
  files: FileStore
  mail: Mailer
  jobs: Jobs
  secret: Secret
  assets: Assets
  clock: Clock
  log: Logger
}

/** Opens everything that the rooms need, on a database that is migrated already. */
export const openHouse = async (config: Config, databaseUrl: string, clock = systemClock): Promise<House> => {
  const log = pino({ level: config.logLevel })
  const report = (error: Error) => log.error({ err: error }, 'background failure')
  return {
    config,
    db: openDatabase(databaseUrl, report),
    files: fileStore(join(config.dataDir, 'files')),
    mail: mailer({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      outboxDir: join(config.dataDir, 'outbox'),
    }),
    jobs: await startJobs(databaseUrl, report),
    secret: openSecrets(join(config.dataDir, 'keys', 'root.key')),
    assets: loadAssets(),
    clock,
    log,
  }
}
