import { z } from 'zod'

/** Whose desk a case lies on, seen from the asking office. */
export const desks = ['office', 'mine', 'shared', 'offered', 'asked'] as const
export type Desk = (typeof desks)[number]

/** Saved views: what an officer looks for in the morning. */
export const views = ['open', 'new', 'urgent', 'waiting', 'overdue', 'contested', 'closed'] as const
export type View = (typeof views)[number]

/** Where a page of the list ends: the next begins after it. */
export interface Place {
  rank: number
  leavesOn: string
  number: number
}

export interface Filter {
  desk: Desk
  view: View
  /** A regency, such as 72.10; all when empty. */
  area: string
  after: Place | undefined
}

const given = z.object({
  meja: z.enum(desks).catch('office'),
  lihat: z.enum(views).catch('open'),
  wilayah: z
    .string()
    .regex(/^\d{2}\.\d{2}$/)
    .catch(''),
  sesudah: z
    .string()
    .regex(/^[0-2]_\d{4}-\d{2}-\d{2}_\d{1,9}$/)
    .optional()
    .catch(undefined),
})

/** The filter that an address asks for; whatever it does not know is left at its first value. */
export const filterOf = (query: Record<string, string>): Filter => {
  const { meja, lihat, wilayah, sesudah } = given.parse(query)
  const [rank, leavesOn, number] = sesudah?.split('_') ?? []
  return {
    desk: meja,
    view: lihat,
    area: wilayah,
    after: rank && leavesOn && number ? { rank: Number(rank), leavesOn, number: Number(number) } : undefined,
  }
}

/** The address of a list; what stands at its first value is left out. */
export const addressOf = ({ desk, view, area, after }: Filter): string => {
  const query = new URLSearchParams({
    ...(desk !== 'office' && { meja: desk }),
    ...(view !== 'open' && { lihat: view }),
    ...(area && { wilayah: area }),
    ...(after && { sesudah: `${after.rank}_${after.leavesOn}_${after.number}` }),
  })
  return query.size > 0 ? `/aduan?${query}` : '/aduan'
}
