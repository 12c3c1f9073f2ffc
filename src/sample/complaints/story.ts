import { z } from 'zod'
import { channels, procedural, reporterRoles, stages, urgencies } from '../../complaints/complaint.ts'
import { identityContent } from '../../complaints/contents.ts'

/** A desk of the sample province, in short. */
export const desks = {
  bp3mi: 'BP3MI Sulteng',
  province: 'Disnakertrans Sulteng',
  sigi: 'Sigi',
  poso: 'Poso',
  palu: 'Kota Palu',
  parimo: 'Parigi Moutong',
  donggala: 'Donggala',
} as const
export type Desk = keyof typeof desks

const desk = z.enum(Object.keys(desks) as [Desk, ...Desk[]])

/** An invented case of the past year, as it stands in db/sample/complaints. */
export const sampleStory = z.strictObject({
  /** Days before today on which it was told. */
  ago: z.int().min(0).max(364),
  sex: z.enum(['F', 'M']),
  origin: z.string(),
  to: z.string().nullable(),
  stage: z.enum(stages),
  urgency: z.enum(urgencies).default('ordinary'),
  /** Days from today: before today when it has passed. */
  departs: z.int().optional(),
  channel: z.enum(channels),
  role: z.enum(reporterRoles),
  /** The first is the main one. */
  problems: z.array(z.string()).min(1),
  procedural: z.enum(procedural).default('no'),
  sector: z.string().optional(),
  /** Who wrote it down; nothing when the person did, on the web. */
  at: desk.optional(),
  story: z.string().min(10),
  place: z.string().default(''),
  who: identityContent.partial().strict().optional(),
  later: z.array(z.string()).default([]),
})
export type SampleStory = z.infer<typeof sampleStory>

/** What happened later: on which day after the report, what, with which codes and words. */
export interface Turn {
  day: number
  deed: string
  codes: string[]
  text: string
}

/** Reads `8 ask papers | Mohon foto paspor`. */
export const turnsOf = (later: readonly string[]): Turn[] =>
  later.map(line => {
    const [, day, deed, codes = '', text = ''] =
      /^(\d+) ([a-z-]+)((?: [a-z0-9-]+)*)(?: \| (.+))?$/.exec(line) ?? []
    if (!deed) throw new Error(`sample turn cannot be read: ${line}`)
    return { day: Number(day), deed, codes: codes.trim().split(' ').filter(Boolean), text }
  })

/** What the person outside does; everything else is done by an office. */
export const byReporter = ['answer', 'wrote', 'contest', 'withdraw']
