import { z } from 'zod'
import { ageBands, needs, sexes, skills, waysBack, wishes } from '../returnee.ts'

/** The codes of a registered person that a condition may ask for. */
export const listCodes = { needs, skills, wishes } as const
export const singleCodes = { sex: sexes, ageBand: ageBands, wayBack: waysBack } as const

const codesOf: Record<string, readonly string[]> = { ...listCodes, ...singleCodes }
export type ConditionField = keyof typeof listCodes | keyof typeof singleCodes | 'district' | 'destination'

/** What may stand in a condition of this field; nothing where any district or country may. */
export const valuesOf = (field: ConditionField): readonly string[] | undefined => codesOf[field]

const field = z.enum(['needs', 'skills', 'wishes', 'sex', 'ageBand', 'wayBack', 'district', 'destination'])
const values = z.array(z.string().max(40)).min(1).max(40)

/** A programme's condition, as data. Of a list of codes, `in` asks for one in common. What is not known is not met, except by `not-in`. */
export const conditionSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('in'), field, values }),
  z.object({ is: z.literal('not-in'), field, values }),
  z.object({ is: z.literal('at-least'), field: z.literal('ageBand'), value: z.enum(ageBands) }),
  z.object({ is: z.literal('within'), field: z.literal('returnedMonth'), months: z.int().min(1).max(120) }),
])
export type Condition = z.output<typeof conditionSchema>
export const conditionsSchema = z.array(conditionSchema).max(12)

/** What conditions look at. */
export interface Conditioned {
  originCode: string | null
  destination: string | null
  sex: string | null
  ageBand: string | null
  returnedMonth: string | null
  wayBack: string | null
  needs: readonly string[]
  skills: readonly string[]
  wishes: readonly string[]
}

/** The codes under a field: none when it is not known. */
export const codesUnder = (person: Conditioned, name: ConditionField): readonly string[] => {
  if (name === 'needs' || name === 'skills' || name === 'wishes') return person[name]
  const code = name === 'district' ? person.originCode?.slice(0, 5) : person[name]
  return code ? [code] : []
}

/** Age bands from this one upwards. */
export const bandsFrom = (band: (typeof ageBands)[number]): readonly string[] =>
  ageBands.slice(ageBands.indexOf(band))

/** The earliest month of return that still counts. */
export const earliestMonth = (months: number, today: Temporal.PlainDate): string =>
  String(today.with({ day: 1 }).subtract({ months }))

/** Whether a person meets one condition. */
export const meets = (person: Conditioned, condition: Condition, today: Temporal.PlainDate): boolean => {
  switch (condition.is) {
    case 'in':
      return codesUnder(person, condition.field).some(code => condition.values.includes(code))
    case 'not-in':
      return !codesUnder(person, condition.field).some(code => condition.values.includes(code))
    case 'at-least':
      return codesUnder(person, 'ageBand').some(code => bandsFrom(condition.value).includes(code))
    case 'within':
      return (person.returnedMonth ?? '') >= earliestMonth(condition.months, today)
  }
}

export const unmet = (person: Conditioned, conditions: readonly Condition[], today: Temporal.PlainDate) =>
  conditions.filter(condition => !meets(person, condition, today))
