import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { outreachRoutes } from './outreach/routes.tsx'
import { programmeRoutes } from './programme/routes.tsx'
import { synchroniseRoutes } from './synchronise/routes.tsx'

/** The room of coordination. */
export const coordinationRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...synchroniseRoutes(house, staff),
  ...outreachRoutes(house, staff),
  ...programmeRoutes(house, staff),
]
