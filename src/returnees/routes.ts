import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { handOverRoutes } from './arrivals/hand-over-routes.tsx'
import { newArrivalRoutes } from './arrivals/new-routes.tsx'
import { arrivalRoutes } from './arrivals/routes.tsx'
import { enterpriseRoutes } from './enterprise/routes.tsx'
import { followUpRoutes } from './follow-ups/routes.tsx'
import { invitationRoutes } from './programmes/invitation-routes.tsx'
import { programmeRoutes } from './programmes/routes.tsx'
import { importRoutes } from './register/import/routes.tsx'
import { listRoutes } from './register/list-routes.tsx'
import { recordRoutes } from './register/routes.tsx'

/** What officers do for those who come home. What has a name of its own stands before what is found by an id. */
export const returneeRoutes = (house: House, staff: StaffRoute): Route[] => [
  ...newArrivalRoutes(house, staff),
  ...arrivalRoutes(house, staff),
  ...handOverRoutes(house, staff),
  ...listRoutes(house, staff),
  ...importRoutes(house, staff),
  ...recordRoutes(house, staff),
  ...programmeRoutes(house, staff),
  ...invitationRoutes(house, staff),
  ...followUpRoutes(house, staff),
  ...enterpriseRoutes(house, staff),
]
