import { campaigns } from './campaigns.ts'
import { complaints } from './complaints.ts'
import { consents } from './consents.ts'
import { coordination } from './coordination.ts'
import { errands } from './errands.ts'
import type { Expectation } from './expectation.ts'
import { formats } from './formats.ts'
import { front } from './front.ts'
import { house } from './house.ts'
import { insight } from './insight.ts'
import { meetings } from './meetings.ts'
import { news } from './news.ts'
import { offers } from './offers.ts'
import { offices } from './offices.ts'
import { programmes } from './programmes.ts'
import { proofs } from './proofs.ts'
import { reach } from './reach.ts'
import { returnees } from './returnees.ts'
import { schedule } from './schedule.ts'
import { screening } from './screening.ts'
import { staff } from './staff.ts'

/** Every room's expectations, gathered. */
const all: Expectation[] = [
  staff,
  offices,
  offers,
  complaints,
  screening,
  returnees,
  programmes,
  coordination,
  meetings,
  campaigns,
  consents,
  formats,
  proofs,
  reach,
  schedule,
  news,
  insight,
  front,
  errands,
  house,
]

const joined = <T>(parts: (Record<string, T> | undefined)[]): Record<string, T> => Object.assign({}, ...parts)

export const expected = joined(all.map(({ permissions }) => permissions))
/** Rooms that share a permission each name their own routes. */
export const staffRoutesOf: Record<string, string[]> = {}
for (const { staffRoutes: own = {} } of all)
  for (const [permission, routes] of Object.entries(own))
    staffRoutesOf[permission] = [...(staffRoutesOf[permission] ?? []), ...routes]

export const openRoutes = all.flatMap(({ openRoutes = [] }) => openRoutes)
export const publicPages = all.flatMap(({ publicPages = [] }) => publicPages)

/** Console pages by the sample person who opens them. */
export const pages: Record<string, string[]> = {}
for (const { pages: own = {} } of all)
  for (const [person, paths] of Object.entries(own)) pages[person] = [...(pages[person] ?? []), ...paths]
