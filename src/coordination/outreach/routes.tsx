import type { House } from '../../platform/house.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { attendRoutes } from './attend-routes.tsx'
import { doorRoutes } from './door-routes.tsx'
import { paperRoutes } from './paper-routes.ts'
import { reportRoutes } from './report-routes.tsx'

/** A session: prepared with sheets, held with a list, told in a report. */
export const outreachRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...paperRoutes(house, staff),
  ...attendRoutes(house, staff),
  ...doorRoutes(house, staff),
  ...reportRoutes(house, staff),
]
