import type { Context } from 'hono'
import { startCounter, visitorOf } from '../links/index.ts'
import type { House } from '../platform/house.ts'
import { addReads } from './public-queries.ts'

/** Counts who reads an article as a tracked link is counted: by the hour, in memory first, nothing about the visitor. */
export const countReads = ({ db, log }: Pick<House, 'db' | 'log'>) => {
  // Begun by the first reader: a house that only lists its routes has nothing to count.
  let counter: ReturnType<typeof startCounter> | undefined
  const begin = () =>
    startCounter(
      counts =>
        db.asJob(tx =>
          addReads(
            tx,
            counts.map(({ code, hour, clicks, previews }) => ({
              articleId: Number(code),
              hour,
              reads: clicks,
              previews,
            })),
          ),
        ),
      err => log.warn({ err }, 'counts of articles wait for the database'),
    )
  return (c: Context, articleId: number) => {
    counter ??= begin()
    const seen = visitorOf(c.req.method, c.req.header()) === 'visit' ? 'clicks' : 'previews'
    counter.count(String(articleId), seen, Date.now())
  }
}
