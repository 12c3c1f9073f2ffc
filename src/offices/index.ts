export { loadRegions } from './load-regions.ts'
export { type Contact, type Office, type OfficeKind, posterContact } from './office.ts'
export {
  allOffices,
  contactsOf,
  districtOffices,
  insertJurisdiction,
  insertOffice,
  officeById,
  officesById,
  officesToAsk,
  regenciesServed,
  regencyOfOffice,
} from './queries.ts'
