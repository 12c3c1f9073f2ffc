import type { House } from '../../platform/house.ts'
import type { Route } from '../../platform/http/route.ts'
import type { StaffRoute } from '../../staff/index.ts'
import { benchRoutes } from './bench-routes.tsx'
import { editRoutes } from './edit-routes.tsx'
import { moveRoutes } from './move-routes.tsx'
import { readRoutes } from './read-routes.tsx'

/** Guidance: what the public is told, kept by officers in versions. */
export const guidanceRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...readRoutes(house, staff),
  ...editRoutes(house, staff),
  ...moveRoutes(house, staff),
  ...benchRoutes(house, staff),
]
