export { isCode, newCode } from './code.ts'
export { type Links, openLinks } from './open-links.ts'
export { addCounts, codeLeadingTo, insertLinks, linksOfDuties, visitsByDuty } from './queries.ts'
