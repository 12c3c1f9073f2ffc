export { channels } from './channel.ts'
export { startRecalls } from './consents/recall-queue.ts'
export type { DutyState } from './duties/duty.ts'
export { attachProof, moveDuty } from './duties/move-duty.ts'
export { startDutyReminders, startRecaps } from './jobs.ts'
export { moveMaterial } from './materials/decide-material.ts'
export { versionsOf } from './materials/queries.ts'
export { makeMaterial } from './materials/write-material.ts'
export { coverageOf } from './plan/coverage-of.ts'
export {
  campaignById,
  campaignList,
  campaignTexts,
  coverageRows as dutiesOfCampaign,
  ownersOf,
  runningCampaigns,
} from './plan/queries.ts'
export { startCampaign } from './plan/start-campaign.ts'
export { startProofChecks } from './proofs/jobs.ts'
export { insertDeclaration } from './reach/queries.ts'
export { readReach } from './reach/read-reach.ts'
export { drawKit } from './recap/kit.ts'
export { makeEdition } from './recap/make-edition.ts'
export { type Period, periods } from './recap/period.ts'
