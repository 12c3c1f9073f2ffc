export { loadHolidays } from './clocks/load-holidays.ts'
export { reportRoutes } from './report/routes.tsx'
