import type { House } from '../../platform/house.ts'
import { checkProofs } from './check-proofs.ts'
import { forgetOldUploads } from './take-pieces.ts'

const checkQueue = 'proof-checks'
const uploadQueue = 'proof-uploads'

/** Looks at new proofs soon after they came, and once a minute at whatever was missed; drops what never arrived whole. */
export const startProofChecks = async (house: House): Promise<void> => {
  await house.jobs.work(checkQueue, () => checkProofs(house).then(() => {}))
  await house.jobs.every(checkQueue, '* * * * *')
  await house.jobs.work(uploadQueue, () => forgetOldUploads(house).then(() => {}))
  await house.jobs.every(uploadQueue, '25 * * * *')
}

/** A proof has come: it is looked at now. That this can be asked for is a kindness; the clock comes by anyway. */
export const checkSoon = ({ jobs, log }: Pick<House, 'jobs' | 'log'>): Promise<void> =>
  jobs.send(checkQueue, {}).catch(error => log.warn({ err: error }, 'proof check not asked for'))
