import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { dutyRoutes } from './duties/routes.tsx'
import { materialRoutes } from './materials/routes.tsx'
import { planRoutes } from './plan/routes.tsx'
import { kitRoutes } from './proofs/kit-routes.tsx'
import { reviewRoutes } from './proofs/review-routes.tsx'
import { uploadRoutes } from './proofs/upload-routes.ts'

/** The room of campaigns: material, plan, duties and proofs. */
export const campaignRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...materialRoutes(house, staff),
  ...planRoutes(house, staff),
  ...reviewRoutes(house, staff),
  ...uploadRoutes(house, staff),
  ...kitRoutes(house, staff),
  ...dutyRoutes(house, staff),
]
