export { accountRoutes } from './account-routes.tsx'
export type { Actor } from './actor.ts'
export { createAccount, openAuth } from './auth.ts'
export { type Gate, type StaffRoute, type StaffVisit, staffGate } from './gate.ts'
export {
  acceptOffer,
  changeReceipt,
  dropOffer,
  endHold,
  giveRecord,
  offerRecord,
  resealToEpoch,
} from './keys/custody.ts'
export {
  type Entry,
  holdRecord,
  type NewEntry,
  type Opener,
  openGuarded,
  readEntries,
  writeEntry,
} from './keys/entries.ts'
export { holdOnce } from './keys/hold-once.ts'
export type { Bearer } from './keys/holders.ts'
export type { OfficeKeys } from './keys/office-key.ts'
export { currentOfficeKey } from './keys/office-queries.ts'
export { deleteVaults } from './keys/queries.ts'
export { openingsOf, presentReceipt, type RecordRef } from './keys/record-queries.ts'
export { keyRoutes } from './keys/routes.tsx'
export { forgetKeys, openOfficeKeysForSample } from './keys/sample-keys.ts'
export { Locked } from './keys/session-vault.ts'
export { once } from './once.ts'
export { peopleRoutes } from './people-routes.tsx'
export { may, type Permission, type Role } from './permissions.ts'
export { publicPage } from './public-page.tsx'
export { actorOf, enrol } from './queries.ts'
export { restoreRoutes } from './restore-routes.tsx'
export { signInRoutes } from './sign-in-routes.tsx'
export type { NavItem } from './staff-page.tsx'
