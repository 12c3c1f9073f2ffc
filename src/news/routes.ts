import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { deskRoutes } from './desk/routes.tsx'
import { writeRoutes } from './desk/write-routes.tsx'
import type { NewsSource } from './facts.ts'
import { publicNewsRoutes } from './public/routes.tsx'

/** The room of news: the desk where articles are written and checked, and what the public reads. */
export const newsRoutes = (house: House, staff: StaffRoute, sources: NewsSource[]): Route[] => [
  ...deskRoutes(house, staff, sources),
  ...writeRoutes(house, staff),
  ...publicNewsRoutes(house),
]
