import { type Language, useLanguage } from '../../platform/i18n/language.tsx'
import type { Step } from './standing.ts'
import { riskWords } from './words.ts'

/** What the reader may do from here, and the day proposed for it. */
export interface Writing {
  activity: boolean
  duty: boolean
  followUp: boolean
  office: { id: number; name: string }
  day: string
}

/** What to do next, the most worrying first; each becomes an activity, a duty or a follow-up in one tap. */
export const StepList = ({ steps, writing }: { steps: Step[]; writing: Writing }) => {
  const language = useLanguage()
  const { t } = language
  return (
    <ol class="points stack">
      {steps.map(step => (
        <li class="stack tight">
          <p>
            <b>{t(`insight.step-${step.part}`, valuesOf(step))}</b>
            <br />
            <span class="small quiet">{whyOf(step, language)}</span>
          </p>
          <Deeds step={step} writing={writing} />
        </li>
      ))}
    </ol>
  )
}

/** The deed itself for whoever may do it; for a leader who may not, a request to the people of the own office who may. */
const Deeds = ({ step, writing }: { step: Step; writing: Writing }) => {
  const language = useLanguage()
  const { t } = language
  const { standing } = step
  const { name: district, officeId } = standing
  const deed = deedOf(step, writing)
  const lacksDuty = step.part === 'publications' && standing.reached.due === 0
  const mayBeAsked = step.part !== 'publications' || lacksDuty
  return (
    <p class="row">
      {deed && (
        <a class="btn" href={deed}>
          {t(lacksDuty ? 'insight.publish-here' : 'insight.plan-here', { district })}
        </a>
      )}
      {!deed && mayBeAsked && writing.followUp && (
        <a class="btn" href={requestAddress(step, writing, language)}>
          {t(lacksDuty ? 'insight.request-publish' : 'insight.request-plan', { office: writing.office.name })}
        </a>
      )}
      {!mayBeAsked && (
        <a class="btn plain" href={`/kalender-tayang?kantor=${officeId}`}>
          {t('insight.see-duties', { district })}
        </a>
      )}
      {writing.followUp && officeId !== writing.office.id && (
        <a class="btn plain" href={followUpAddress(step, language)}>
          {t('insight.ask-here', { district })}
        </a>
      )}
    </p>
  )
}

const deedOf = ({ standing, part }: Step, { activity, duty, day }: Writing): string | undefined => {
  const { code, officeId, reached } = standing
  if (part !== 'publications')
    return activity
      ? `/program/baru?${new URLSearchParams({ jenis: 'outreach', wilayah: code, hari: day })}`
      : undefined
  return duty && reached.due === 0 ? `/kampanye/baru?kantor=${officeId}` : undefined
}

const valuesOf = ({ standing }: Step) => ({
  district: standing.name,
  missing: standing.reached.due - standing.reached.told,
})

const whyOf = ({ standing }: Step, language: Language) =>
  language.t('insight.step-why', {
    risk: riskWords(standing.risk, language),
    reports: standing.signals.reports,
    told: standing.reached.told,
    due: standing.reached.due,
  })

const followUpAddress = (step: Step, language: Language) => {
  const title = language.t(`insight.step-${step.part}`, valuesOf(step))
  return handedOver(step, language, { judul: title, kantor: String(step.standing.officeId) })
}

const requestAddress = (step: Step, { office, day }: Writing, language: Language) => {
  const what = step.part === 'publications' ? 'publish' : 'plan'
  const title = language.t(`insight.requested-${what}`, valuesOf(step))
  return handedOver(step, language, { judul: title, kantor: String(office.id), tenggat: day })
}

const handedOver = (step: Step, language: Language, given: Record<string, string>) =>
  `/tindak-lanjut/baru?${new URLSearchParams({
    ...given,
    uraian: whyOf(step, language),
    asal: `/wawasan/wilayah/${step.standing.code}`,
  })}`
