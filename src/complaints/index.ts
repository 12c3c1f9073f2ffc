export { loadHolidays } from './clocks/load-holidays.ts'
export { letterRoutes } from './letters/routes.tsx'
export { reportRoutes } from './report/routes.tsx'
export { screeningRoutes } from './screening/routes.tsx'
