import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { consentRoutes } from './consents/consent-routes.tsx'
import { removalRoutes } from './consents/removal-routes.tsx'
import { designRoutes } from './designs/routes.tsx'
import { dutyRoutes } from './duties/routes.tsx'
import { todayRoutes } from './duties/today-routes.tsx'
import { kitRoutes } from './kit/routes.ts'
import { materialRoutes } from './materials/routes.tsx'
import { planRoutes } from './plan/routes.tsx'
import { offlineKitRoutes } from './proofs/kit-routes.tsx'
import { reviewRoutes } from './proofs/review-routes.tsx'
import { uploadRoutes } from './proofs/upload-routes.ts'
import { reachRoutes } from './reach/routes.tsx'
import { recapRoutes } from './recap/routes.tsx'
import { reminderRoutes } from './reminders/routes.tsx'
import { scheduleRoutes } from './schedule/routes.ts'
import { silenceRoutes } from './silence/routes.tsx'
import { slotRoutes } from './slots/routes.tsx'

/** The room of campaigns: material, designs, plan, duties and proofs. */
export const campaignRoutes = (house: House, staff: StaffRoute): Route[] => [
  // Before the routes whose last part may be any word.
  ...reachRoutes(house, staff),
  ...silenceRoutes(house, staff),
  ...consentRoutes(house, staff),
  ...removalRoutes(house, staff),
  ...materialRoutes(house, staff),
  ...designRoutes(house, staff),
  ...slotRoutes(house, staff),
  ...planRoutes(house, staff),
  ...scheduleRoutes(house, staff),
  ...reminderRoutes(house, staff),
  ...recapRoutes(house, staff),
  ...reviewRoutes(house, staff),
  ...uploadRoutes(house, staff),
  ...offlineKitRoutes(house, staff),
  ...todayRoutes(house, staff),
  ...dutyRoutes(house, staff),
  ...kitRoutes(house, staff),
]
