import type { House } from '../../platform/house.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import { changeRoutes } from './change-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { readRoutes } from './read-routes.tsx'

/** The joint programme. Paths that say a word come before those that say a number. */
export const programmeRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...calendarRoutes(house, staff),
  ...importRoutes(house, staff),
  ...changeRoutes(house, staff),
  ...readRoutes(house, staff),
]
