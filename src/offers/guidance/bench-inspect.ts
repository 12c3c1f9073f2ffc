import type { Tx } from '../../platform/database/database.ts'
import type { Inspection } from '../check/inspection.ts'
import type { GuidanceKind } from './guidance.ts'

/** Kinds whose effect on offers can be tried. */
export const hasBench = (kind: GuidanceKind) => kind === 'offer-rules' || kind === 'plausibility'

type Inspect = (text: string) => Inspection

export const inspectorsFor = async (
  _tx: Tx,
  _kind: GuidanceKind,
  _trial: number,
): Promise<{ current: Inspect; trial: Inspect } | undefined> => undefined
