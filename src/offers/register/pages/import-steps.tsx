import { useLanguage } from '../../../platform/i18n/language.tsx'
import { Steps } from '../../../ui/index.ts'

const steps = ['file', 'columns', 'differences', 'done'] as const

/** Where an import stands on its way. */
export const ImportSteps = ({ now }: { now: (typeof steps)[number] }) => {
  const { t } = useLanguage()
  const place = steps.indexOf(now)
  return (
    <Steps
      items={steps.map((step, at) => ({
        title: t(`register.step.${step}`),
        state: at < place ? 'done' : at === place ? 'now' : 'next',
      }))}
    />
  )
}
