import type { House } from '../../platform/house.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { askRoutes } from './ask-routes.tsx'
import { calendarRoutes } from './calendar-routes.tsx'
import { joinRoutes } from './join-routes.tsx'
import { listRoutes } from './list-routes.tsx'

/** When duties are due, and what is decided about that. */
export const scheduleRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...listRoutes(house, staff),
  ...joinRoutes(house, staff),
  ...askRoutes(house, staff),
  ...calendarRoutes(house, staff),
]
