import { expect, test } from 'vitest'
import { scene, setScene } from './links.scenes.ts'
import { keepSketches } from './queries.ts'
import { reckonDevices } from './reckon-devices.ts'
import { watchVisitors } from './watch-visitors.ts'

setScene(8)

const noon = (day: string) => Temporal.Instant.from(`${day}T04:00:00Z`)
const reckonOn = (day: string) => reckonDevices({ db: scene.db, clock: () => noon(day) })
const newWatch = () => watchVisitors(rows => scene.db.asJob(tx => keepSketches(tx, rows)))

/** People numbered from one on come by these links of the scene on a day. */
const come = async (watch: ReturnType<typeof newWatch>, day: string, count: number, links: number[]) => {
  const now = noon(day).epochMilliseconds
  for (let person = 0; person < count; person++)
    for (const link of links) watch.see(scene.links[link]!.code, `203.0.113.${person}`, 'Peramban', now)
  await watch.flush(now)
}

const kept = () =>
  scene.db.asJob(async tx => {
    const rows = await tx.selectFrom('reach_devices').selectAll().execute()
    const at = (channel: string | null, office: boolean) => {
      const row = rows.find(one => one.channel === channel && (one.office_id !== null) === office)
      return row && { low: Math.max(row.low, row.open_low), high: row.high + row.open_high }
    }
    return {
      whole: at(null, false),
      office: at(null, true),
      whatsapp: at('whatsapp', true),
      radio: at('radio', true),
    }
  })
const sketches = async () =>
  (await scene.db.asJob(tx => tx.selectFrom('link_sketches').select('day').execute())).map(({ day }) => day)

test('whoever came by several links of an office on one day is one device', async () => {
  await come(newWatch(), '2026-03-02', 50, [0, 1])
  await reckonOn('2026-03-02')
  const { whole, office, whatsapp, radio } = await kept()
  expect(whole).toEqual({ low: 49, high: 51 })
  expect([office, whatsapp]).toEqual([whole, whole])
  expect(radio).toBeUndefined()
})

test('reckoned again, nothing grows; another process stands apart and widens the range', async () => {
  await reckonOn('2026-03-02')
  expect((await kept()).whole).toEqual({ low: 49, high: 51 })
  await come(newWatch(), '2026-03-02', 30, [0])
  await reckonOn('2026-03-02')
  expect((await kept()).whole).toEqual({ low: 49, high: 82 })
})

test('a day that is over joins for good, its sketches are gone, and days are at least the largest and at most their sum', async () => {
  const watch = newWatch()
  await come(watch, '2026-03-03', 10, [5])
  await come(watch, '2026-03-04', 10, [5])
  await reckonOn('2026-03-04')
  expect(new Set(await sketches())).toEqual(new Set(['2026-03-03', '2026-03-04']))
  const { whole, whatsapp } = await kept()
  expect(whole).toEqual({ low: 49, high: 82 + 11 + 11 })
  expect(whatsapp).toEqual({ low: 49, high: 82 })
  await reckonOn('2026-03-09')
  expect(await sketches()).toEqual([])
  await reckonOn('2026-03-09')
  expect((await kept()).whole).toEqual(whole)
})

test('a secret dies at the midnight of the house: the same person leaves another trace on the next day', async () => {
  const watch = newWatch()
  const code = scene.links[3]!.code
  const midnight = Temporal.Instant.from('2026-03-10T16:00:00Z').epochMilliseconds
  for (const now of [midnight - 1, midnight]) watch.see(code, '203.0.113.9', 'Peramban', now)
  await watch.flush(midnight)
  const rows = await scene.db.asJob(tx => tx.selectFrom('link_sketches').selectAll().orderBy('day').execute())
  expect(rows.map(({ day }) => day)).toEqual(['2026-03-10', '2026-03-11'])
  expect(new Set(rows.map(({ pass }) => pass)).size).toBe(2)
  expect(rows[0]!.sketch.equals(rows[1]!.sketch)).toBe(false)
})

test('sketches that could not be written wait, over midnight too, and come once', async () => {
  const written: string[][] = []
  let away = true
  const watch = watchVisitors(async rows => {
    if (away) throw new Error('database away')
    written.push(rows.map(({ day }) => day))
  })
  const [today, tomorrow] = ['2026-03-20', '2026-03-21'].map(day => noon(day).epochMilliseconds) as [
    number,
    number,
  ]
  watch.see('A', '203.0.113.1', 'Peramban', today)
  await expect(watch.flush(today)).rejects.toThrow('away')
  watch.see('A', '203.0.113.1', 'Peramban', tomorrow)
  await expect(watch.flush(tomorrow)).rejects.toThrow('away')
  away = false
  await watch.flush(tomorrow)
  await watch.flush(tomorrow)
  expect(written).toEqual([['2026-03-20', '2026-03-21']])
})
