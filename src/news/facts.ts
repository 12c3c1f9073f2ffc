import type { Tx } from '../platform/database/database.ts'
import type { Actor } from '../staff/index.ts'

export const sourceKinds = ['campaign', 'recap', 'activity', 'meeting'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What is recorded of something that can be told of. Nothing here is guessed; what is not recorded is not here. */
export interface RecordedFacts {
  kind: SourceKind
  what: string
  aim?: string
  /** Where it was, in words, and the Kemendagri code and name of the region. */
  where?: { place?: string; code?: string; name: string }
  /** Days of the calendar, 2026-02-02, and the zone they are counted in. */
  when?: { start: string; end?: string; zone: string }
  /** Full names. */
  offices: string[]
  who: { name: string; position?: string; office?: string }[]
  /** The name begins with the thing counted, as it would stand after the figure: "kantor dinas". */
  figures: { name: string; value: number; source: string }[]
}

/** A room that hands its records to the news desk. */
export interface NewsSource {
  kind: SourceKind
  /** What this person can tell of, newest first. */
  list(tx: Tx, actor: Actor): Promise<{ id: number; title: string; day?: string }[]>
  /** @returns nothing when it is gone, or never was this office's to tell */
  facts(tx: Tx, actor: Actor, id: number): Promise<RecordedFacts | undefined>
}
