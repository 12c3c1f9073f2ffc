import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { designRoutes } from './designs/routes.tsx'
import { dutyRoutes } from './duties/routes.tsx'
import { kitRoutes } from './kit/routes.ts'
import { materialRoutes } from './materials/routes.tsx'
import { planRoutes } from './plan/routes.tsx'
import { slotRoutes } from './slots/routes.tsx'

/** The room of campaigns: material, designs, plan, duties and proofs. */
export const campaignRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...materialRoutes(house, staff),
  ...designRoutes(house, staff),
  ...slotRoutes(house, staff),
  ...planRoutes(house, staff),
  ...dutyRoutes(house, staff),
  ...kitRoutes(house, staff),
]
