import { useLanguage } from '../../platform/i18n/language.tsx'
import { namesWho } from '../check/inspect-offer.ts'
import { levels } from '../check/inspection.ts'
import type { Rule, RuleSet } from '../check/rule.ts'
import { lookOfLevel } from './answer-page.tsx'

/** What the questions speak for, as the page carries it: see the island ask-offer. */
export const speaksOf = ({ questions, rules, levels }: RuleSet) => {
  const ruleOf = new Map(rules.map(rule => [rule.id, rule]))
  const says = (id: string | undefined) => {
    const rule = id === undefined ? undefined : ruleOf.get(id)
    return rule && [rule.tone, rule.weight, rule.id]
  }
  return {
    levels,
    namesWho,
    questions: Object.fromEntries(
      questions.map(({ id, yes, no, unknown }) => [
        id,
        { yes: says(yes), no: says(no), unknown: says(unknown) },
      ]),
    ),
  }
}

/** The rules that an answer to a question can speak for, each once. */
export const rulesAsked = ({ questions, rules }: RuleSet): Rule[] => {
  const named = new Set(questions.flatMap(({ yes, no, unknown }) => [yes, no, unknown]))
  return rules.filter(({ id, tone }) => named.has(id) && tone !== 'good')
}

/** Every answer there can be, hidden; the island shows the ones that fit while there is no line. */
export const OfflineAnswer = ({ asked }: { asked: Rule[] }) => {
  const { t, locale } = useLanguage()
  return (
    <div data-answers hidden tabindex={-1} class="stack" role="status">
      {levels.map(level => (
        <div data-level={level} hidden class={`verdict ${lookOfLevel[level]} stack tight`}>
          <h2>{t(`check.level.${level}`)}</h2>
          <p>{t('check.offline')}</p>
        </div>
      ))}
      {asked.map(({ id, title, why, ask }) => (
        <div data-rule={id} hidden class="finding stack tight">
          <h3>{title[locale]}</h3>
          <p>{why[locale]}</p>
          <p class="ask">
            <b>{t('check.ask')}</b> {ask[locale]}
          </p>
        </div>
      ))}
    </div>
  )
}
