import { getDistricts, getRegencies, getVillages } from 'idn-area-data'
import { audiences, kinds } from '../../src/coordination/programme/activity.ts'
import type { Ground, Planned } from '../../src/coordination/synchronise/finding.ts'
import { newDice } from '../duplicates/dice.ts'

export const yearStart = Date.UTC(2027, 0, 1)
const day = 86_400_000

/** A year of the whole country: 514 districts, as many activities as asked for, crowded enough that they meet. */
export const generatedYear = async (
  count: number,
  seed = 7,
): Promise<{ activities: Planned[]; ground: Ground }> => {
  const { whole, chance, pick } = newDice(seed)
  const below = (count: number) => whole(0, count - 1)
  const regencies = (await getRegencies()).map(({ code }) => code)
  const districts = Map.groupBy(await getDistricts(), ({ regency_code }) => regency_code)
  const villages = Map.groupBy(await getVillages(), ({ district_code }) => district_code)
  const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
  // A third of the districts plan nothing: these are the gaps.
  const busy = regencies.filter(() => chance(0.67))
  const placeIn = (regency: string) => {
    if (chance(0.1)) return regency
    const district = pick(districts.get(regency)!.slice(0, 3)).code
    return chance(0.5) ? district : pick(villages.get(district)!.slice(0, 4)).code
  }
  const activities = Array.from({ length: count }, (_, at): Planned => {
    const regency = below(busy.length)
    const startsAt = yearStart + below(365) * day + (below(30) - 2) * 1_800_000
    const kind = pick(kinds)
    const long = kind === 'campaign' || kind === 'broadcast'
    return {
      id: at + 1,
      kind,
      title: `Kegiatan ${at + 1}`,
      placeCode: placeIn(busy[regency]!),
      audience: pick(audiences),
      startsAt,
      endsAt: startsAt + (long ? (1 + below(6)) * day : (1 + below(12)) * 1_800_000),
      timeZone: zones[regency % 3]!,
      state: pick(['planned', 'planned', 'planned', 'under-way', 'held', 'postponed', 'called-off']),
      owners: [
        ...new Set([
          chance(0.5) ? 1 + below(3) : 4 + (regency % 40),
          ...(chance(0.2) ? [4 + below(40)] : []),
        ]),
      ],
      people: Array.from({ length: below(3) }, () => 1 + below(3000))
        .filter((id, place, all) => all.indexOf(id) === place)
        .map(id => ({ id: `p${id}`, name: `Petugas ${id}` })),
    }
  })
  const holidays = Array.from({ length: 25 }, (_, at) => ({
    day: new Date(yearStart + (at * 14 + 3) * day).toISOString().slice(0, 10),
    name: `Libur ${at}`,
    kind: 'national',
  }))
  return {
    activities,
    ground: {
      now: yearStart + 40 * day,
      holidays,
      reports: new Map(regencies.filter(() => chance(0.6)).map(code => [code, 1 + below(40)])),
      risk: new Map(regencies.filter(() => chance(0.5)).map(code => [code, below(30) / 10])),
      quarter: { name: '2027-Q1', from: yearStart, to: Date.UTC(2027, 3, 1) },
    },
  }
}
