export { startInsight } from './jobs.ts'
