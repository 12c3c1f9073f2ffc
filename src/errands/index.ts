export { startErrands } from './run-errand.ts'
