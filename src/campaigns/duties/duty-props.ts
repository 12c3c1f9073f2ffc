import type { Contact, Office } from '../../offices/index.ts'
import type { FormState } from '../../ui/index.ts'
import type { Format } from '../format.ts'
import type { Version } from '../materials/material.ts'
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
  moves: DutyMove[]
  visits: number
  form: FormState
  now: Temporal.Instant
}
