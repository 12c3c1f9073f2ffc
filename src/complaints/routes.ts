import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { custodyRoutes } from './custody/routes.tsx'
import { caseDeeds, type PanelMaker, showingCase } from './desk/case-room.tsx'
import { caseRoutes } from './desk/case-routes.tsx'
import { closeRoutes } from './desk/close-routes.tsx'
import { inboxRoutes } from './desk/inbox-routes.tsx'
import { intakeRoutes } from './desk/intake-routes.tsx'
import { sealedRoutes } from './desk/sealed-routes.tsx'
import { triageRoutes } from './desk/triage-routes.tsx'

/** What other parts of the room show on the page of a case: likenesses, screening, letters. */
const panels: PanelMaker[] = []

/** The officer's desk. */
export const complaintRoutes = (house: House, staff: StaffRoute): Route[] => {
  const show = showingCase(house, panels)
  const deed = caseDeeds(staff, show)
  return [
    ...inboxRoutes(house, staff),
    ...intakeRoutes(house, staff),
    ...caseRoutes(house, staff, deed, show),
    ...sealedRoutes(house, staff, show),
    ...triageRoutes(house, staff),
    ...closeRoutes(house, staff, deed),
    ...custodyRoutes(house, staff, deed),
  ]
}
