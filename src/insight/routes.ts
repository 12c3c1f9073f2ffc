import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { figureRoutes } from './figures/routes.tsx'
import { openDataRoutes } from './open/routes.tsx'
import { populationRoutes } from './population/routes.tsx'
import { riskRoutes } from './risk/routes.tsx'

/** The room of insight: where the risk is and where it is silent, figures with their source, and what the public is told. */
export const insightRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...riskRoutes(house, staff),
  ...figureRoutes(house, staff),
  ...populationRoutes(house, staff),
  ...openDataRoutes(house),
]
