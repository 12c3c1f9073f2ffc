import type { House } from '../../platform/house.ts'
import { checkProofs } from './check-proofs.ts'

const checkQueue = 'proof-checks'

/** Looks at new proofs soon after they came, and once a minute at whatever was missed. */
export const startProofChecks = async (house: House): Promise<void> => {
  await house.jobs.work(checkQueue, () => checkProofs(house).then(() => {}))
  await house.jobs.every(checkQueue, '* * * * *')
}

/** A proof has come: it is looked at now. That this can be asked for is a kindness; the clock comes by anyway. */
export const checkSoon = ({ jobs, log }: Pick<House, 'jobs' | 'log'>): Promise<void> =>
  jobs.send(checkQueue, {}).catch(error => log.warn({ err: error }, 'proof check not asked for'))
