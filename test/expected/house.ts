import type { Expectation } from './expectation.ts'

export const house: Expectation = {
  openRoutes: ['GET /gaya', 'GET /bahasa/:locale', 'GET /assets/:file', 'GET /sehat'],
}
