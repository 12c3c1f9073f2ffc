export { newCode } from './code.ts'
export { type Links, openLinks } from './open-links.ts'
export { codeLeadingTo, insertLinks, linksOfDuties, visitsByDuty } from './queries.ts'
