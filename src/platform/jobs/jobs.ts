import { PgBoss } from 'pg-boss'
import { houseZone } from '../clock/clock.ts'

/** Work that goes on after the answer: kept in the database, done once, tried again after a crash. */
export interface Jobs {
  /** Hands in work; with a `once` key, the same work waiting twice is kept once. */
  send(queue: string, data: object, once?: string): Promise<void>
  work<T extends object>(queue: string, run: (data: T) => Promise<void>): Promise<void>
  /** Once a night, by one process however many run. */
  daily(queue: string, run: () => Promise<void>): Promise<void>
  /** Hands in work by the clock, once however many processes there are. @param cron in the zone of the house */
  every(queue: string, cron: string): Promise<void>
  stop(): Promise<void>
}

/** @param url of the owner: the queue lives in its own schema, out of reach of the web role. */
export const startJobs = async (url: string, report: (error: Error) => void): Promise<Jobs> => {
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: 2 })
  boss.on('error', report)
  await boss.start()
  return {
    send: async (queue, data, once) => {
      await boss.send(queue, data, { retryLimit: 3, retryBackoff: true, ...(once && { singletonKey: once }) })
    },
    work: async (queue, run) => {
      await boss.createQueue(queue)
      await boss.work(queue, { pollingIntervalSeconds: 0.5 }, async jobs => {
        for (const job of jobs) await run(job.data as never)
      })
    },
    daily: async (queue, run) => {
      await boss.createQueue(queue)
      await boss.work(queue, run)
      await boss.schedule(queue, '20 2 * * *', null, { tz: houseZone })
    },
    every: async (queue, cron) => {
      await boss.schedule(queue, cron, {}, { tz: houseZone, retryLimit: 0 })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
