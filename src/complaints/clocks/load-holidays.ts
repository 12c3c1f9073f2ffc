import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import { root } from '../../platform/root.ts'
import { insertHolidays } from './queries.ts'

const holidays = z.object({
  source: z.string(),
  days: z.array(
    z.object({ day: z.iso.date(), kind: z.enum(['national', 'joint-leave']), name: z.string().min(3) }),
  ),
})

/** Puts in the days off that came with the program, where they are not known yet. Run at each start; changes nothing later. */
export const loadHolidays = ({ db }: Pick<House, 'db'>): Promise<void> => {
  const { source, days } = holidays.parse(
    JSON.parse(readFileSync(join(root, 'db/content/holidays.json'), 'utf8')),
  )
  return db.asJob(tx => insertHolidays(tx, days, source))
}
