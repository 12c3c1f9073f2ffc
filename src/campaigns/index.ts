export { channels } from './channel.ts'
export { startRecalls } from './consents/recall-queue.ts'
export type { DutyState } from './duties/duty.ts'
export { attachProof, moveDuty } from './duties/move-duty.ts'
export { moveMaterial } from './materials/decide-material.ts'
export { versionsOf } from './materials/queries.ts'
export { makeMaterial } from './materials/write-material.ts'
export {
  campaignById,
  campaignList,
  campaignTexts,
  coverageRows as dutiesOfCampaign,
  ownersOf,
  runningCampaigns,
} from './plan/queries.ts'
export { startCampaign } from './plan/start-campaign.ts'
export { insertDeclaration } from './reach/queries.ts'
export { readReach } from './reach/read-reach.ts'
export { drawKit } from './recap/kit.ts'
export { fingerprint, recapOf } from './recap/recap.ts'
export { recapLetter } from './recap/recap-letter.ts'
export { recapSheets } from './recap/recap-sheets.ts'
