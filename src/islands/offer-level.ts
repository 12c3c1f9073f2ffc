/** What each answer to each question speaks for: tone, weight and rule. */
export interface Speaks {
  levels: { danger: number; warnings: number; missing: number }
  /** From this weight on a good sign names somebody who can be asked. */
  namesWho: number
  questions: Record<string, Record<string, [tone: string, weight: number, rule: string]>>
}

/**
 * The level that answers add up to, worked out on the device while there is no line. It says what the server would say: a test
 * holds both to it.
 */
export const offerLevel = ({ levels, namesWho, questions }: Speaks, given: Record<string, string>) => {
  const ids = Object.keys(questions)
  const found = ids.flatMap(id => {
    const says = given[id] && questions[id]![given[id]!]
    return says ? [says] : []
  })
  const sum = (tone: string) => found.reduce((total, says) => total + (says[0] === tone ? says[1] : 0), 0)
  const grave = sum('danger')
  const isBacked = found.some(([tone, weight]) => tone === 'good' && weight >= namesWho)
  const heavy = grave + Math.max(0, sum('warning') - (isBacked ? sum('good') : 0))
  const lacks = sum('missing') - sum('good') >= levels.missing
  const open = ids.some(id => !given[id] || given[id] === 'unknown')
  const level =
    heavy >= (grave > 0 ? levels.danger : 2 * levels.danger)
      ? 'danger'
      : heavy >= levels.warnings
        ? 'warnings'
        : lacks || open
          ? 'incomplete'
          : 'nothing-found'
  return { level, rules: found.map(says => says[2]) }
}
