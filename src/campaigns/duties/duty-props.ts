import type { Contact, Office } from '../../offices/index.ts'
import type { FormState } from '../../ui/index.ts'
import type { Format } from '../format.ts'
import type { Version } from '../materials/material.ts'
import type { Seen } from '../proofs/queries.ts'
import type { Sender } from '../proofs/send-proof-view.tsx'
import type { Duty, DutyMove } from './duty.ts'

/** What the page of a duty shows. */
export interface DutyEvent {
  at: Date
  move: string
  note: string | null
  name: string | null
  office: string
}

export interface ShownProof {
  id: number
  kind: string
  url: string | null
  givenAt: Date
  takenAt: Date | null
}

export interface DutyProps {
  duty: Duty & { title: string; timeZone: string }
  version: Version
  office: Office
  contact: Contact | undefined
  caption: string
  format: Format
  events: DutyEvent[]
  proofs: ShownProof[]
  /** What a machine saw in them. */
  seen: Seen[]
  moves: DutyMove[]
  visits: number
  form: FormState
  /** Counts the form for a proof once. */
  formId: string
  sender: Sender
  now: Temporal.Instant
}
