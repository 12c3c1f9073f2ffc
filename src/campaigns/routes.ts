import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { dutyRoutes } from './duties/routes.tsx'
import { materialRoutes } from './materials/routes.tsx'
import { planRoutes } from './plan/routes.tsx'
import { recapRoutes } from './recap/routes.tsx'
import { reminderRoutes } from './reminders/routes.tsx'
import { scheduleRoutes } from './schedule/routes.ts'

/** The room of campaigns: material, plan, duties and proofs. */
export const campaignRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...materialRoutes(house, staff),
  ...planRoutes(house, staff),
  ...scheduleRoutes(house, staff),
  ...reminderRoutes(house, staff),
  ...recapRoutes(house, staff),
  ...dutyRoutes(house, staff),
]
