import { type Language, useLanguage } from '../../platform/i18n/language.tsx'
import type { Step } from './standing.ts'
import { riskWords } from './words.ts'

/** What the reader may do from here, and the day proposed for it. */
export interface Writing {
  activity: boolean
  followUp: boolean
  day: string
}

/** What to do next, the most worrying first; each becomes an activity or a follow-up in one tap. */
export const StepList = ({ steps, writing }: { steps: Step[]; writing: Writing }) => {
  const language = useLanguage()
  const { t } = language
  return (
    <ol class="points stack">
      {steps.map(step => {
        const { standing, part } = step
        return (
          <li>
            <p>
              <b>{t(`insight.step-${part}`, valuesOf(step))}</b>
              <br />
              <span class="small quiet">
                {t('insight.step-why', {
                  risk: riskWords(standing.risk, language),
                  reports: standing.signals.reports,
                  told: standing.reached.told,
                  due: standing.reached.due,
                })}
              </span>
            </p>
            <p class="row">
              {part !== 'publications' && writing.activity && (
                <a class="btn" href={activityAddress(step, writing.day)}>
                  {t('insight.plan-here', { district: standing.name })}
                </a>
              )}
              {writing.followUp && (
                <a class="btn plain" href={followUpAddress(step, language)}>
                  {t('insight.ask-here', { district: standing.name })}
                </a>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

const valuesOf = ({ standing }: Step) => ({
  district: standing.name,
  missing: standing.reached.due - standing.reached.told,
})

const activityAddress = ({ standing }: Step, day: string) =>
  `/program/baru?${new URLSearchParams({ jenis: 'outreach', wilayah: standing.code, hari: day })}`

const followUpAddress = (step: Step, language: Language) => {
  const { t } = language
  const { standing, part } = step
  return `/tindak-lanjut/baru?${new URLSearchParams({
    judul: t(`insight.step-${part}`, valuesOf(step)),
    uraian: t('insight.step-why', {
      risk: riskWords(standing.risk, language),
      reports: standing.signals.reports,
      told: standing.reached.told,
      due: standing.reached.due,
    }),
    kantor: String(standing.officeId),
    asal: `/wawasan/wilayah/${standing.code}`,
  })}`
}
