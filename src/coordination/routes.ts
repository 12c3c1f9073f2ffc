import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'
import type { StaffRoute } from '../staff/index.ts'
import { agreementPaperRoutes } from './agreements/paper-routes.ts'
import { agreementRoutes } from './agreements/routes.tsx'
import { evidenceRoutes } from './follow-ups/evidence-routes.ts'
import { followUpRoutes } from './follow-ups/routes.tsx'
import { minutesRoutes } from './meetings/minutes-routes.tsx'
import { meetingRoutes } from './meetings/routes.tsx'
import { type FindingsFor, tableRoutes } from './meetings/table-routes.tsx'

/** Until somebody finds overlaps and gaps, agendas fill with follow-ups alone. */
const nothingFound: FindingsFor = async () => []

/** The room of coordination: meetings with their minutes, agreements, follow-ups. */
export const coordinationRoutes = (house: House, staff: StaffRoute, findingsFor = nothingFound): Route[] => [
  ...meetingRoutes(house, staff),
  ...tableRoutes(house, staff, findingsFor),
  ...minutesRoutes(house, staff),
  ...agreementRoutes(house, staff),
  ...agreementPaperRoutes(house, staff),
  ...followUpRoutes(house, staff),
  ...evidenceRoutes(house, staff),
]
