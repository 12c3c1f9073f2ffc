import type { Spoken, Workflow } from './workflow.ts'

export interface Situation {
  urgency: string
  stage: string
  problems: readonly string[]
  /** The regency the worker comes from, such as 72.10; when it is known. */
  origin: string | undefined
}

export interface Routed {
  ruleId: string
  to: Workflow['routing'][number]['to']
  why: Spoken
}

/** Which kind of office a report goes to first, and why: the first rule whose conditions all hold. */
export const routeReport = (rules: Workflow['routing'], situation: Situation): Routed => {
  const rule = rules.find(({ when }) => holds(when, situation)) ?? rules.at(-1)
  if (!rule) throw new Error('the workflow names no routing rule')
  return { ruleId: rule.id, to: rule.to, why: rule.why }
}

const holds = (
  { urgency, stage, problems, origin }: Workflow['routing'][number]['when'],
  situation: Situation,
): boolean =>
  (!urgency || urgency.includes(situation.urgency)) &&
  (!stage || stage.includes(situation.stage)) &&
  (!problems || problems.some(code => situation.problems.includes(code))) &&
  (origin === undefined || origin === (situation.origin !== undefined))
