import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { agreementPaperRoutes } from './agreements/paper-routes.ts'
import { agreementRoutes } from './agreements/routes.tsx'
import { evidenceRoutes } from './follow-ups/evidence-routes.ts'
import { followUpRoutes } from './follow-ups/routes.tsx'
import { minutesRoutes } from './meetings/minutes-routes.tsx'
import { meetingRoutes } from './meetings/routes.tsx'
import { tableRoutes } from './meetings/table-routes.tsx'
import { outreachRoutes } from './outreach/routes.tsx'
import { programmeRoutes } from './programme/routes.tsx'
import type { RiskOf } from './synchronise/find.ts'
import { findingsForAgenda } from './synchronise/look-over.ts'
import { synchroniseRoutes } from './synchronise/routes.tsx'

/** The room of coordination: the joint programme and what does not fit in it, meetings, agreements, follow-ups. */
export const coordinationRoutes = (house: House, staff: StaffRoute, riskOf?: RiskOf): Route[] => [
  ...synchroniseRoutes(house, staff, riskOf),
  ...outreachRoutes(house, staff),
  ...programmeRoutes(house, staff),
  ...meetingRoutes(house, staff),
  ...tableRoutes(house, staff, findingsForAgenda(house, riskOf)),
  ...minutesRoutes(house, staff),
  ...agreementRoutes(house, staff),
  ...agreementPaperRoutes(house, staff),
  ...followUpRoutes(house, staff),
  ...evidenceRoutes(house, staff),
]
