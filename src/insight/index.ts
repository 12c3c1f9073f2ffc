export { startReleases } from './jobs.ts'
