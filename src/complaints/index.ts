export { loadHolidays } from './clocks/load-holidays.ts'
export { startTime } from './jobs.ts'
export { reportRoutes } from './report/routes.tsx'
