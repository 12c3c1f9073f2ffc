import type { Tx } from '../../platform/database/database.ts'
import { type Activity, type Audience, audiences } from '../programme/activity.ts'
import { activityById } from '../programme/queries.ts'
import { attendanceCounts, reportOf } from './queries.ts'

/** What is recorded of an activity, and nothing else: names of staff in charge only, never of those who came. */
export interface Facts {
  activity: Activity
  /** People who came, as counted at the door; nothing when nobody counted. */
  attendance:
    | { total: number; women: number; men: number; by: { audience: Audience; count: number }[] }
    | undefined
  /** What was talked about and asked; nothing before somebody wrote it. */
  report: { covered: string; questions: string[] } | undefined
}

/** The recorded facts of an activity: for the news desk and for its report. @returns nothing when there is no such activity */
export const recordedFacts = async (tx: Tx, activityId: number): Promise<Facts | undefined> => {
  const activity = await activityById(tx, activityId)
  if (!activity) return undefined
  const counts = await attendanceCounts(tx, activityId)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const of = (sex: string) => counts.filter(row => row.sex === sex).reduce((sum, { count }) => sum + count, 0)
  const by = audiences
    .map(audience => ({
      audience,
      count: counts.filter(row => row.audience === audience).reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0)
  const report = await reportOf(tx, activityId)
  return {
    activity,
    attendance: total > 0 ? { total, women: of('f'), men: of('m'), by } : undefined,
    report: report && { covered: report.covered, questions: report.questions },
  }
}
