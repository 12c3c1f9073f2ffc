import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../platform/root.ts'

/** What the public is told and officers keep: each kind is one document in versions. */
export const guidanceKinds = [
  'offer-rules',
  'plausibility',
  'procedural-route',
  'safety',
  'complaint-workflow',
  'screening',
] as const
export type GuidanceKind = (typeof guidanceKinds)[number]

export const guidanceStates = ['draft', 'submitted', 'released', 'returned'] as const
export type GuidanceState = (typeof guidanceStates)[number]

/** The first version of a kind, as it comes with the program. */
export const shippedGuidance = (kind: GuidanceKind): unknown =>
  JSON.parse(readFileSync(join(root, 'db/content', `${kind}.json`), 'utf8'))
