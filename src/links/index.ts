export { isCode, newCode } from './code.ts'
export { startCounter } from './counter.ts'
export { apart, type Range } from './estimate.ts'
export { startReckoning } from './jobs.ts'
export { type Links, openLinks } from './open-links.ts'
export {
  addCounts,
  codeLeadingTo,
  type HourCount,
  insertLinks,
  keepSketches,
  linksOfDuties,
  visitsByDuty,
} from './queries.ts'
export { reckonDevices } from './reckon-devices.ts'
export { visitorOf } from './visitor.ts'
export { watchVisitors } from './watch-visitors.ts'
