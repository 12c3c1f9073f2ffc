import type { House } from '../../platform/house.ts'
import { open, type Route } from '../../platform/http/route.ts'
import { publicPage } from '../../staff/index.ts'
import type { Batch } from './batches.ts'
import { DataPage } from './data-page.tsx'
import { holdsSample, regencyNames, releases, toldBatches } from './queries.ts'

/** Statistics for everybody: one page, one table as CSV and as JSON; no filter, so that none can be subtracted from another. */
export const openDataRoutes = (house: House): Route[] => {
  const read = () =>
    house.db.asPublic(async tx => ({
      batches: await toldBatches(tx),
      names: await regencyNames(tx),
      released: (await releases(tx))[0],
      sample: await holdsSample(tx),
    }))
  return [
    open('GET', '/data', async visit => {
      const { t } = visit.language
      return publicPage(house, visit, <DataPage {...(await read())} />, {
        title: t('open.title'),
        description: t('open.lead'),
      })
    }),
    open('GET', '/data/angka.csv', async () => {
      const { batches, names } = await read()
      const rows = batches.map(one =>
        columns.map(name => quoted(String(figureOf(one, names)[name]))).join(','),
      )
      return new Response(`\uFEFF${[columns.join(','), ...rows].join('\r\n')}\r\n`, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="sinergi-data-terbuka.csv"',
        },
      })
    }),
    open('GET', '/data/angka.json', async () => {
      const { batches, names, released, sample } = await read()
      return Response.json({
        ...(sample && { sample }),
        release: released?.month ?? null,
        made: released?.madeAt ?? null,
        figures: batches.map(one => figureOf(one, names)),
      })
    }),
  ]
}

const columns = ['subject', 'cell', 'name', 'first', 'last', 'count'] as const

const figureOf = (one: Batch, names: Map<string, string>) => ({
  ...one,
  name: names.get(one.cell) ?? one.cell,
})

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
