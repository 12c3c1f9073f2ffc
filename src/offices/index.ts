export { type Contact, type Office, type OfficeKind, officeKinds, posterContact } from './office.ts'
export { loadRegions } from './load-regions.ts'
export { allOffices, contactsOf, districtOffices, insertJurisdiction, insertOffice, officeById, officesById } from './queries.ts'
