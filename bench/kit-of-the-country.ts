import sharp from 'sharp'
import { drawVariant, trackedLink, type VariantOrder } from '../src/campaigns/draw-variant.ts'
import { kitFormats } from '../src/campaigns/format.ts'
import { versionById } from '../src/campaigns/materials/queries.ts'
import { openSampleHouse, type SampleHouse } from '../test/house.ts'

/** Districts of the country. */
const offices = 514

/**
 * One material for every district office of the country in six formats: CPU and memory; then again, when nothing may be
 * drawn; then with one office's logo changed, when only its six may be.
 */
export const kitOfTheCountry = async () => {
  const house = await openSampleHouse()
  try {
    const orders = await ordersOf(house)
    const memory = [rss()]
    const before = process.cpuUsage()
    const first = await drawn(house, orders, done => {
      if (done === offices / 2) memory.push(rss())
    })
    const { user, system } = process.cpuUsage(before)
    memory.push(rss())
    const again = await drawn(house, orders)
    const logo = await house.files.put(await aLogo())
    const [one, ...others] = orders
    const changed = [{ ...one!, office: { ...one!.office, logoKey: logo } }, ...others]
    const afterLogo = await drawn(house, changed)
    return {
      pictures: first,
      cpuS: Math.round((user + system) / 1e6),
      cpuMsEach: Math.round((user + system) / 1000 / first),
      rssMbAtStart: memory[0]!,
      rssMbInTheMiddle: memory[1]!,
      rssMbAtTheEnd: memory[2]!,
      everyOneDrawnOnce: first === offices * kitFormats.length,
      secondRunDrawsNothing: again === 0,
      oneLogoRedrawsItsSix: afterLogo === kitFormats.length,
    }
  } finally {
    await house.end()
  }
}

const drawn = async (house: SampleHouse, orders: VariantOrder[], told: (done: number) => void = () => {}) => {
  let fresh = 0
  for (const [index, order] of orders.entries()) {
    for (const format of kitFormats) if ((await drawVariant(house, order, format)).fresh) fresh += 1
    told(index + 1)
  }
  return fresh
}

const ordersOf = (house: SampleHouse): Promise<VariantOrder[]> =>
  house.db.asJob(async tx => {
    const version = (await versionById(tx, 1))!
    const districts = await tx
      .selectFrom('regions')
      .select('name')
      .where('level', '=', 'regency')
      .orderBy('code')
      .limit(offices)
      .execute()
    return Array.from({ length: offices }, (_, index) => ({
      version,
      credit: 'BP3MI Sulawesi Tengah',
      office: {
        id: 10_000 + index,
        kind: 'district' as const,
        name: `Dinas Tenaga Kerja dan Transmigrasi ${districts[index]?.name ?? `Kabupaten ${index}`}`,
        shortName: `${index}`,
        timeZone: 'Asia/Makassar',
        logoKey: null,
        tile: undefined,
        parentId: null,
      },
      contacts: [],
      link: trackedLink(house.config.publicUrl, codeOf(index)),
    }))
  })

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeOf = (index: number) =>
  Array.from(
    { length: 7 },
    (_, place) => alphabet[Math.floor(index / alphabet.length ** place) % alphabet.length],
  ).join('')

const aLogo = async () =>
  new Uint8Array(
    await sharp({ create: { width: 200, height: 200, channels: 3, background: '#c33' } })
      .png()
      .toBuffer(),
  )

const rss = () => Math.round(process.memoryUsage().rss / 1e6)
