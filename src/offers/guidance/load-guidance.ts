import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '../../platform/house.ts'
import { root } from '../../platform/root.ts'
import { guidanceKinds, shippedGuidance } from './guidance.ts'
import { insertShipped } from './queries.ts'

/** Gives every kind its first version: the one that came with the program. Run at each start; changes nothing later. */
export const loadGuidance = ({ db }: Pick<House, 'db'>): Promise<void> =>
  db.asJob(async tx => {
    for (const kind of guidanceKinds)
      if (existsSync(join(root, 'db/content', `${kind}.json`)))
        await insertShipped(tx, kind, shippedGuidance(kind), 'Shipped with the program')
  })
