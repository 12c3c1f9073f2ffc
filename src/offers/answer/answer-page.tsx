import type { ComponentChildren } from 'preact'
import { useLanguage } from '../../platform/i18n/language.tsx'
import { type Tone as Look, Notice } from '../../ui/index.ts'
import type { Level } from '../check/inspection.ts'
import type { Answer } from './answer.ts'
import { CompaniesView } from './company-view.tsx'
import { FindingView } from './finding-view.tsx'
import { type Helper, NextStepView } from './next-step-view.tsx'

interface Props {
  answer: Answer
  helpers: Helper[]
  /** What can be done with it: check again, share, report. */
  children: ComponentChildren
}

export const lookOfLevel: Record<Level, Look> = {
  danger: 'danger',
  warnings: 'warn',
  incomplete: 'neutral',
  'nothing-found': 'info',
}

/** The answer: how serious, what was found and missing, what the register says, and what to do next. */
export const AnswerPage = ({ answer, helpers, children }: Props) => {
  const { t, number } = useLanguage()
  const { level, findings, cutAt, unknownLanguage } = answer
  const signs = findings.filter(({ tone }) => tone === 'danger' || tone === 'warning')
  const missing = findings.filter(({ tone }) => tone === 'missing')
  const good = findings.filter(({ tone }) => tone === 'good')
  return (
    <>
      <div class={`verdict ${lookOfLevel[level]} stack tight`}>
        <h1>{t(`check.level.${level}`)}</h1>
        <p>{t(`check.level-text.${level}`, { count: signs.length })}</p>
      </div>
      {unknownLanguage && <Notice tone="warn">{t('check.unknown-language')}</Notice>}
      {cutAt && <Notice tone="warn">{t('check.cut', { count: number(cutAt) })}</Notice>}
      <Group title={t('check.found')} findings={signs} />
      {children}
      <Group title={t('check.missing')} findings={missing} />
      <Group title={t('check.good')} text={t('check.good-text')} findings={good} />
      <CompaniesView companies={answer.companies} />
      <NextStepView helpers={helpers} />
      <p class="small quiet">
        {t('check.versions', { rules: answer.rules, plausibility: answer.plausibility })}
      </p>
    </>
  )
}

const Group = ({ title, text, findings }: { title: string; text?: string; findings: Answer['findings'] }) =>
  findings.length === 0 ? null : (
    <section class="panel stack">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {findings.map(finding => (
        <FindingView {...finding} />
      ))}
    </section>
  )
