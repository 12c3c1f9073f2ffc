/** What reaches the people of a district: of the last three months, and of the next three. */
export interface Reached {
  due: number
  told: number
  visits: number
  held: number
  heard: number
  planned: number
}

export const coverageParts = ['publications', 'reach', 'outreach', 'plan'] as const
export type CoveragePart = (typeof coverageParts)[number]

/** Each part from 0 (nothing) to 1 (as much as can be asked for). */
export type Coverage = Record<CoveragePart, number> & { whole: number }

/**
 * How well a district is reached. Publications: those done of those due. Reach: visits for each person against the province.
 * Outreach and plan: whether there was, and will be, one session at least.
 * @param share visits of this district for each person, divided by the same of the province
 */
export const coverageOf = ({ due, told, held, planned }: Reached, share: number): Coverage => {
  const parts = {
    publications: due > 0 ? told / due : 0,
    reach: Math.min(share, 1),
    outreach: held > 0 ? 1 : 0,
    plan: planned > 0 ? 1 : 0,
  }
  return { ...parts, whole: coverageParts.reduce((sum, part) => sum + parts[part], 0) / coverageParts.length }
}
