import { useLanguage } from '../../platform/i18n/language.tsx'
import { Button, Notice, Panel, Table, TextInput } from '../../ui/index.ts'
import { monthsOf, type Plan, planFields, shortMonth } from './enterprise.ts'
import type { EnterpriseProps } from './pages.tsx'

/** Seven sums a month and a guess; the year is computed by the house. */
export const PlanPanel = ({ plan, sent, form, returnee, mayWork }: EnterpriseProps) => {
  const { t } = useLanguage()
  const filled = sent === 'plan' ? form : { values: typedOf(plan), errors: {} }
  return (
    <Panel title={t('enterprise.plan')}>
      {plan && <PlanTable plan={plan} />}
      <form method="post" action={`/usaha/${returnee.id}/arus-kas`} class="stack" novalidate>
        {planFields.map(name => (
          <TextInput
            form={filled}
            name={name}
            label={t(`enterprise.plan-${name}`)}
            hint={name === 'capital' ? t('enterprise.sum-hint') : undefined}
            inputmode="numeric"
            maxlength={24}
            short
          />
        ))}
        <TextInput
          form={filled}
          name="growth"
          label={t('enterprise.plan-growth')}
          hint={t('enterprise.growth-hint')}
          inputmode="text"
          maxlength={4}
          short
        />
        {mayWork && (
          <div class="actions">
            <Button>{t('enterprise.keep-plan')}</Button>
          </div>
        )}
      </form>
    </Panel>
  )
}

const typedOf = (plan: Plan | undefined): Record<string, string> =>
  plan
    ? Object.fromEntries(Object.entries(plan).map(([name, value]) => [name, String(value)]))
    : { growth: '0' }

const PlanTable = ({ plan }: { plan: Plan }) => {
  const { t, number } = useLanguage()
  const months = monthsOf(plan)
  const short = shortMonth(months)
  const sum = (value: number) => `${value < 0 ? '−' : ''}Rp${number(Math.abs(value))}`
  return (
    <>
      <Notice tone={short ? 'warn' : 'good'}>
        {short
          ? t('enterprise.plan-short', { month: short })
          : t('enterprise.plan-reaches', { cash: sum(months.at(-1)!.cash) })}
      </Notice>
      <Table
        caption={t('enterprise.plan')}
        rows={months}
        columns={[
          { title: t('enterprise.month'), cell: ({ month }) => t('enterprise.month-of', { month }) },
          { title: t('enterprise.sales'), cell: ({ sales }) => sum(sales), figure: true },
          { title: t('enterprise.costs'), cell: ({ costs }) => sum(costs), figure: true },
          { title: t('enterprise.left'), cell: ({ left }) => sum(left), figure: true },
          { title: t('enterprise.cash'), cell: ({ cash }) => sum(cash), figure: true },
        ]}
      />
    </>
  )
}
