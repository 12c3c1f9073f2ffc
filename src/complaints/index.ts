export { loadHolidays } from './clocks/load-holidays.ts'
