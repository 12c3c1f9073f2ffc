import jsqr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawKit } from '../../src/campaigns/recap/kit.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const cpuSeconds = async <T>(work: () => Promise<T>) => {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6 }
}
const draw = () => cpuSeconds(() => drawKit(house, 1, async () => {}))

/** Promise S6: the full kit of 13 offices in at most 5 CPU-s; what is unchanged is never drawn twice. */
test('thirteen offices times five pictures and a poster are drawn once', async () => {
  const first = await draw()
  expect(first.result).toEqual({ total: 78, fresh: 78 })
  const second = await draw()
  expect(second.result).toEqual({ total: 78, fresh: 0 })
  console.log(`kit: first ${first.seconds.toFixed(2)} CPU-s, again ${second.seconds.toFixed(2)} CPU-s`)
})

test('a new logo redraws the six variants of that office alone', async () => {
  const logo = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
  const key = await house.files.put(new Uint8Array(logo))
  const sigi = house.as('sigi@kabupaten.example')
  await house.db.asActor(sigi, tx =>
    tx.updateTable('offices').set({ logo_key: key }).where('id', '=', sigi.officeId).execute(),
  )
  expect((await draw()).result).toEqual({ total: 78, fresh: 6 })
})

test('the code of every picture leads to a link that exists, each office to its own', async () => {
  const { pictures, codes } = await house.db.asJob(async tx => ({
    pictures: await tx
      .selectFrom('variants')
      .select('file_key as fileKey')
      .where('type', 'like', 'image/%')
      .execute(),
    codes: (await tx.selectFrom('links').select('code').execute()).map(({ code }) => code),
  }))
  const read = await Promise.all(
    pictures.map(async ({ fileKey }) => {
      const bytes = (await house.files.get(fileKey))!
      const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
    }),
  )
  expect(read.length).toBe(13 * 5 + 5)
  for (const link of read)
    expect(codes.map(code => `HTTPS://SINERGI.EXAMPLE.GO.ID/T/${code}`)).toContain(link)
  expect(new Set(read).size).toBe(13)
})
