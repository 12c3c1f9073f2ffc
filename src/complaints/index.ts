export { loadHolidays } from './clocks/load-holidays.ts'
export { recoverReport } from './report/recover.ts'
export { reportRoutes } from './report/routes.tsx'
