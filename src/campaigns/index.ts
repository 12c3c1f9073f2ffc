export { startErrands } from './recap/run-errand.ts'
