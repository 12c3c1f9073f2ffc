import { z } from 'zod'
import { allWays, gapsIn, roadOf } from './road.ts'

const id = z.string().regex(/^[a-z0-9-]{2,40}$/)
const spoken = z.strictObject({ id: z.string().min(2).max(900), en: z.string().min(2).max(900) })
const source = z.strictObject({
  title: z.string().min(3).max(300),
  url: z.url().optional(),
  /** The day somebody read it. */
  readOn: z.iso.date(),
})

/** `unverified`: some of it (a place, who does it, an advice) is general knowledge and was read in no official source. */
export const trusts = ['sourced', 'unverified'] as const
/** The kinds of place a person is sent to; their addresses are in the office finder. */
export const places = [
  'home',
  'village',
  'labour-office',
  'bp3mi',
  'agency',
  'employer',
  'clinic',
  'immigration',
  'training-centre',
  'embassy',
  'insurance',
] as const
/** The stretches of the road in order: a road that lacks one does not lead to departure. */
export const stages = ['ask', 'register', 'agree', 'ready', 'papers', 'verify', 'depart'] as const
/** What an answer says of the departure. None of them says that it is safe. */
export const bearings = ['in-place', 'missing', 'stop'] as const

const told = { source, trust: z.enum(trusts) }
/** Names of schemes and destinations it is for; nothing named means all. */
const reach = { schemes: z.array(id), destinations: z.array(id) }

export const procedureSchema = z
  .strictObject({
    schemes: z
      .array(z.strictObject({ id, name: spoken, meaning: spoken, ask: spoken, ...told }))
      .min(1)
      .max(12),
    destinations: z
      .array(
        z.strictObject({
          id,
          name: spoken,
          cooperation: spoken,
          visa: spoken,
          /** Named by the ministry as a country without cooperation. */
          closed: z.boolean(),
          ...told,
        }),
      )
      .min(1)
      .max(60),
    documents: z
      .array(
        z.strictObject({
          id,
          name: spoken,
          meaning: spoken,
          where: spoken,
          cost: spoken,
          time: spoken,
          wrong: spoken,
          ...reach,
          ...told,
        }),
      )
      .min(1)
      .max(20),
    steps: z
      .array(
        z.strictObject({
          id,
          stage: z.enum(stages),
          title: spoken,
          what: spoken,
          who: spoken,
          where: z.array(z.enum(places)).min(1),
          cost: spoken,
          time: spoken,
          needs: z.array(id),
          gives: z.array(id),
          wrong: spoken,
          ...reach,
          ...told,
        }),
      )
      .min(1)
      .max(30),
    questions: z
      .array(
        z.strictObject({
          id,
          text: spoken,
          answers: z
            .array(
              z.strictObject({ id, label: spoken, bearing: z.enum(bearings), meaning: spoken, next: spoken }),
            )
            .min(2)
            .max(4),
          ...told,
        }),
      )
      .min(1)
      .max(8),
    notes: z.array(z.strictObject({ id, title: spoken, text: spoken, ...told })).max(12),
  })
  .superRefine((procedure, context) => {
    for (const { path, name } of unknownNames(procedure))
      context.addIssue({ code: 'custom', path, message: 'route.unknown-name', params: { name } })
    if (allWays(procedure).some(way => gapsIn(roadOf(procedure, way), stages).length > 0))
      context.addIssue({ code: 'custom', path: ['steps'], message: 'route.road-gap' })
  })

export type Procedure = z.output<typeof procedureSchema>
export type Step = Procedure['steps'][number]
export type Paper = Procedure['documents'][number]
export type Scheme = Procedure['schemes'][number]
export type Destination = Procedure['destinations'][number]
export type Bearing = (typeof bearings)[number]
export type Told = Pick<Step, 'source' | 'trust'>

const lists = {
  schemes: 'schemes',
  destinations: 'destinations',
  needs: 'documents',
  gives: 'documents',
} as const

/** Names that a step or a document uses and that nothing in the procedure bears. */
const unknownNames = (procedure: Procedure) =>
  (['documents', 'steps'] as const).flatMap(part =>
    procedure[part].flatMap((item, at) =>
      Object.entries(lists).flatMap(([field, list]) => {
        const known = procedure[list].map(({ id }) => id)
        const used: string[] = field in item ? item[field as 'schemes'] : []
        return used.flatMap((name, place) =>
          known.includes(name) ? [] : [{ path: [part, at, field, place], name }],
        )
      }),
    ),
  )
